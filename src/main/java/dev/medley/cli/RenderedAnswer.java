package dev.medley.cli;

import dev.medley.render.terminal.markdown.MarkdownStream;

/** An answer on a terminal, its markdown rendered while it comes. */
final class RenderedAnswer implements AnswerText {
  private final Console console;
  private MarkdownStream markdown;

  RenderedAnswer(Console console) {
    this.console = console;
  }

  @Override
  public void prepare() {
    Thread loading = new Thread(MarkdownStream::warmUp, "medley-markdown");
    loading.setDaemon(true);
    loading.start();
  }

  @Override
  public void piece(String text) {
    if (markdown == null) {
      markdown = new MarkdownStream(console::print, console.outStyle(), console::textColumns);
    }
    markdown.feed(text);
  }

  @Override
  public void end() {
    if (markdown != null) {
      markdown.finish();
      markdown = null;
    }
  }
}
