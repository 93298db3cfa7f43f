package dev.medley.cli;

import dev.medley.catalog.TokenEstimate;
import dev.medley.compare.Comparison;
import dev.medley.config.Target;
import dev.medley.render.OrderedBlocks;
import dev.medley.render.terminal.live.LiveColumns;
import dev.medley.render.terminal.live.Window;
import dev.medley.render.terminal.markdown.MarkdownStream;
import dev.medley.render.terminal.markdown.PlainStream;
import dev.medley.render.terminal.markdown.TextStream;
import dev.medley.send.Delivery;
import dev.medley.send.SendListener;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Answers side by side. On a terminal they are shown while they come; when all are there, they are
 * printed once, below each other where columns would be too long to read.
 */
final class ColumnsView implements ComparisonView {
  /** Answers that are there sooner need no screen of their own. */
  private static final long FIRST_FRAME_MILLIS = 120;

  private static final long FRAME_MILLIS = 60;

  /** For a terminal that does not tell its size. */
  private static final int NARROWEST = 40;

  /** Lines; about three screens. */
  private static final int TOO_LONG = 120;

  private final OutputOptions output;
  private final Console console;
  private final AnswerForm form;
  private final List<Target> models;
  private final LiveColumns columns;
  private final Delivery[] results;
  private IntSupplier width;
  private final ScheduledThreadPoolExecutor frames =
      new ScheduledThreadPoolExecutor(1, ColumnsView::daemon);

  ColumnsView(
      Services services,
      OutputOptions output,
      Console console,
      AnswerForm form,
      LayoutOption.Asked asked) {
    this.output = output;
    this.console = console;
    this.form = form;
    this.models = asked.models();
    this.results = new Delivery[models.size()];
    this.columns =
        new LiveColumns(
            models,
            new LiveColumns.Look(console.outStyle(), kind(), !output.hideReasoning, output.verbose),
            console::print,
            services.clock(),
            TokenEstimate.of(asked.prompt()));
    this.width = console::textColumns;
    if (console.movesCursor()) {
      Window window = services.window();
      width = () -> Math.max(window.size().columns(), NARROWEST);
      frames.scheduleWithFixedDelay(
          () -> columns.draw(new Window.Size(width.getAsInt(), window.size().rows())),
          FIRST_FRAME_MILLIS,
          FRAME_MILLIS,
          TimeUnit.MILLISECONDS);
    }
  }

  private TextStream.Factory kind() {
    return output.raw || form.check().isPresent() ? PlainStream::new : MarkdownStream::new;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "medley-columns");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public Comparison.Audience audience() {
    return LayoutOption.shaped(new Kept(), form);
  }

  /** Keeps the results as well, in case they are shown in another way. */
  private final class Kept implements Comparison.Audience {
    @Override
    public SendListener listener(int position) {
      return columns.listener(position);
    }

    @Override
    public void finished(int position, Delivery result) {
      columns.finished(position, result);
      results[position] = result;
    }
  }

  @Override
  public void close() {
    frames.shutdownNow();
    columns.close();
    List<String> lines = columns.lines(width.getAsInt());
    if (lines.size() <= TOO_LONG) {
      lines.forEach(console::println);
      return;
    }
    OrderedBlocks blocks = LayoutOption.blocks(output, console, form, models);
    for (int i = 0; i < results.length && results[i] != null; i++) {
      blocks.listener(i).onText(columns.text(i));
      blocks.finished(i, results[i]);
    }
  }
}
