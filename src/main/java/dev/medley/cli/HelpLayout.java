package dev.medley.cli;

import dev.medley.render.NarrowText;
import dev.medley.render.Style;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * How help is laid out: how to call it, what it does, examples, then the options under the headings
 * of the classes that they are declared in, then the exit codes.
 */
final class HelpLayout {
  private static final String CODES = "exitCodes";
  private static final String PAGE = "page";

  /** Narrower than this, the layout has no room for two columns. */
  private static final int NARROWEST = 60;

  /** What is broken afterwards is first laid out on lines of any length. */
  private static final int UNBROKEN = 1_000;

  /** Longer lines are hard to read. */
  private static final int WIDEST = 100;

  private static final int USUAL = 80;

  private HelpLayout() {}

  /** Called when help is shown, and not before: a start that shows none pays nothing. */
  static Help of(CommandSpec spec, Streams streams, Style style) {
    UsageMessageSpec usage = spec.usageMessage();
    usage.sectionKeys(sections(OptionGroups.sends(spec)));
    usage.sectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpLayout::options);
    usage.sectionMap().put(CODES, help -> FrontPage.exitCodes());
    usage.commandListHeading("%nCommands:%n");
    usage.footer(paragraphs(usage.footer()));
    int columns = columns(streams);
    boolean narrow = columns < NARROWEST;
    usage.width(narrow ? UNBROKEN : columns);
    if (narrow) {
      usage.sectionMap().replaceAll((key, part) -> narrowed(key, part, columns));
    }
    return new Help(spec, colors(style));
  }

  /** Help that is laid out already. */
  static Help page(CommandSpec spec, String text) {
    spec.usageMessage().sectionKeys(List.of(PAGE));
    spec.usageMessage().sectionMap().put(PAGE, help -> text);
    return new Help(spec);
  }

  /** The help of the program as a whole. */
  static String front(List<CommandEntry> commands, Streams streams, Style style) {
    int columns = columns(streams);
    String page = FrontPage.of(commands, columns, style);
    return columns < NARROWEST ? NarrowText.of(page, columns) : page;
  }

  /** As wide as the terminal, within reason. */
  private static int columns(Streams streams) {
    return Math.min(WIDEST, streams.columns() == 0 ? USUAL : streams.columns());
  }

  private static IHelpSectionRenderer narrowed(String key, IHelpSectionRenderer part, int columns) {
    boolean besideHeading = key.equals(UsageMessageSpec.SECTION_KEY_SYNOPSIS);
    return help ->
        NarrowText.of(part.render(help), columns - (besideHeading ? "Usage: ".length() : 0));
  }

  /** Lines of prose that follow each other are one text, to be wrapped where the window ends. */
  private static String[] paragraphs(String[] lines) {
    List<String> joined = new ArrayList<>();
    boolean open = false;
    for (String line : lines) {
      boolean prose = !line.isBlank() && !line.startsWith(" ") && !line.endsWith(":");
      if (prose && open) {
        joined.set(joined.size() - 1, joined.get(joined.size() - 1) + " " + line);
      } else {
        joined.add(line);
      }
      open = prose;
    }
    return joined.toArray(String[]::new);
  }

  private static List<String> sections(boolean codes) {
    List<String> keys =
        new ArrayList<>(
            List.of(
                UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING,
                UsageMessageSpec.SECTION_KEY_SYNOPSIS,
                UsageMessageSpec.SECTION_KEY_DESCRIPTION,
                UsageMessageSpec.SECTION_KEY_FOOTER,
                UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
                UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
                UsageMessageSpec.SECTION_KEY_OPTION_LIST));
    if (codes) {
      keys.add(CODES);
    }
    return keys;
  }

  private static Help.ColorScheme colors(Style style) {
    return new Help.ColorScheme.Builder(style == Style.COLOR ? Help.Ansi.ON : Help.Ansi.OFF)
        .commands(Help.Ansi.Style.bold)
        .options(Help.Ansi.Style.bold)
        .build();
  }

  private static String options(Help help) {
    StringBuilder text = new StringBuilder();
    for (OptionGroups.Group group : OptionGroups.of(help.commandSpec())) {
      Help.Layout layout = help.createDefaultLayout();
      layout.addPositionalParameters(group.parameters(), help.parameterLabelRenderer());
      layout.addOptions(group.options(), help.parameterLabelRenderer());
      text.append(String.format("%n%s:%n%s", group.heading(), layout));
    }
    return text.toString();
  }
}
