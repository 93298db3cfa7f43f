package dev.medley.cli;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What a command takes, under the headings of the classes that declare it. */
final class OptionGroups {
  /** The heading of what a command declares itself. */
  private static final String OWN = "Options";

  private OptionGroups() {}

  /** What stands under one heading; hidden ones left out. */
  record Group(String heading, List<PositionalParamSpec> parameters, List<OptionSpec> options) {}

  static List<Group> of(CommandSpec command) {
    Map<String, List<PositionalParamSpec>> parameters = grouped(command.positionalParameters());
    Map<String, List<OptionSpec>> options = grouped(command.options());
    return Stream.concat(parameters.keySet().stream(), options.keySet().stream())
        .distinct()
        .map(
            heading ->
                new Group(
                    heading,
                    parameters.getOrDefault(heading, List.of()),
                    options.getOrDefault(heading, List.of())))
        .toList();
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

  /** Whether the command sends prompts, and so may end in any of the ways of an answer. */
  static boolean sends(CommandSpec command) {
    return command.mixins().values().stream()
        .anyMatch(mixin -> mixin.userObject() instanceof PromptOptions);
  }
}
