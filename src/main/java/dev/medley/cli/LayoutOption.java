package dev.medley.cli;

import dev.medley.chat.Prompt;
import dev.medley.compare.Comparison;
import dev.medley.config.Target;
import dev.medley.render.ErrorText;
import dev.medley.render.OrderedBlocks;
import dev.medley.render.terminal.live.LiveColumns;
import java.util.List;
import picocli.CommandLine.Option;

/** How the answers of a comparison are laid out. */
@OptionGroup("Output")
final class LayoutOption {
  enum Layout {
    columns,
    stack,
    table
  }

  @Option(
      names = "--layout",
      paramLabel = "LAYOUT",
      description =
          "${COMPLETION-CANDIDATES}: answers side by side, one below the other, or only the table"
              + " (default: columns on a terminal with room for two of 40 characters, else stack)")
  private Layout layout;

  ComparisonView view(
      Services services, OutputOptions output, Console console, AnswerForm form, Asked asked) {
    if (output.json || layout == Layout.table) {
      return ComparisonView.NONE;
    }
    boolean columns = layout == Layout.columns || layout == null && roomForColumns(console, asked);
    if (!columns) {
      return () -> shaped(blocks(output, console, form, asked.models()), form);
    }
    return new ColumnsView(services, output, console, form, asked);
  }

  /** Many prompts end in a table; their answers go to files. */
  void refuseForMany() {
    if (layout != null && layout != Layout.table) {
      throw CommandFailed.usage(
          "--layout " + layout + " goes with one prompt",
          "--output FILE keeps the answers of many");
    }
  }

  /** Who is asked what. */
  record Asked(List<Target> models, Prompt prompt) {}

  private static boolean roomForColumns(Console console, Asked asked) {
    return console.movesCursor() && LiveColumns.fit(asked.models().size(), console.textColumns());
  }

  static OrderedBlocks blocks(
      OutputOptions output, Console console, AnswerForm form, List<Target> models) {
    AnswerText text = output.text(console, form);
    return new OrderedBlocks(
        new ConsolePaper(console, text), models, new ErrorText(console.outStyle(), output.verbose));
  }

  static Comparison.Audience shaped(Comparison.Audience audience, AnswerForm form) {
    return form.held() ? new HeldBlocks(audience, form) : audience;
  }
}
