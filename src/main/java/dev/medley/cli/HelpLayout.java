package dev.medley.cli;

import dev.medley.render.Style;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * How help is laid out: how to call it, what it does, examples, then the options under the headings
 * of the classes that they are declared in, then the exit codes.
 */
final class HelpLayout {
  /** The heading of what a command declares itself. */
  private static final String OWN = "Options";

  private static final String CODES = "exitCodes";

  /** Narrower than this, the layout has no room for two columns. */
  private static final int NARROWEST = 60;

  /** Longer lines are hard to read. */
  private static final int WIDEST = 100;

  private static final int USUAL = 80;

  private HelpLayout() {}

  /** Called when help is shown, and not before: a start that shows none pays nothing. */
  static Help of(CommandSpec spec, Streams streams, Style style) {
    UsageMessageSpec usage = spec.usageMessage();
    boolean sends =
        spec.mixins().values().stream().anyMatch(m -> m.userObject() instanceof PromptOptions);
    usage.sectionKeys(sections(sends || spec.parent() == null));
    usage.sectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpLayout::options);
    usage.sectionMap().put(CODES, help -> exitCodes());
    usage.commandListHeading("%nCommands:%n");
    int columns = streams.columns() == 0 ? USUAL : streams.columns();
    usage.width(Math.max(NARROWEST, Math.min(WIDEST, columns)));
    return new Help(spec, colors(style));
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
    Map<String, List<PositionalParamSpec>> params =
        grouped(help.commandSpec().positionalParameters());
    Map<String, List<OptionSpec>> options =
        grouped(help.commandSpec().options().stream().filter(o -> !o.hidden()).toList());
    List<String> headings =
        Stream.concat(params.keySet().stream(), options.keySet().stream()).distinct().toList();
    StringBuilder text = new StringBuilder();
    for (String heading : headings) {
      Help.Layout layout = help.createDefaultLayout();
      var label = help.parameterLabelRenderer();
      layout.addPositionalParameters(params.getOrDefault(heading, List.of()), label);
      layout.addOptions(options.getOrDefault(heading, List.of()), label);
      text.append(String.format("%n%s:%n%s", heading, layout));
    }
    return text.toString();
  }

  private static <T extends ArgSpec> Map<String, List<T>> grouped(List<T> arguments) {
    Map<String, List<T>> groups = new LinkedHashMap<>();
    arguments.stream()
        .filter(argument -> !argument.hidden())
        .forEach(a -> groups.computeIfAbsent(heading(a), h -> new ArrayList<>()).add(a));
    return groups;
  }

  private static String heading(ArgSpec argument) {
    if (argument.userObject() instanceof Field field) {
      OptionGroup group = field.getDeclaringClass().getAnnotation(OptionGroup.class);
      return group == null ? OWN : group.value();
    }
    return OWN;
  }

  /** From the very function that computes them. */
  private static String exitCodes() {
    StringBuilder text = new StringBuilder(String.format("%nExit codes:%n"));
    ExitCode.meanings()
        .forEach((code, words) -> text.append(String.format("  %3d  %s%n", code, words)));
    return text.toString();
  }
}
