package dev.medley.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What may come next on a command line that is being typed. Commands and options are those that the
 * parser itself knows; of what kind a value is, its label tells.
 */
final class Suggester {
  private final CommandLine root;
  private final Function<String, List<Suggestion>> values;

  /**
   * @param values by label, such as {@code MODEL}; none for what cannot be listed
   */
  Suggester(CommandLine root, Function<String, List<Suggestion>> values) {
    this.root = root;
    this.values = values;
  }

  /**
   * @param words behind the program's name; the last is being typed and may be empty
   */
  List<Suggestion> after(List<String> words) {
    Place place = place(words.subList(0, words.size() - 1));
    String typed = words.get(words.size() - 1);
    int equals = typed.indexOf('=');
    if (place.awaiting().isPresent()) {
      return matching(place.awaiting().get(), "", typed);
    }
    if (typed.startsWith("--") && equals > 0) {
      return Optional.ofNullable(place.spec().findOption(typed.substring(0, equals)))
          .map(o -> matching(o, typed.substring(0, equals + 1), typed.substring(equals + 1)))
          .orElse(List.of());
    }
    if (typed.startsWith("-") && !place.optionsEnded()) {
      return options(place.spec(), typed);
    }
    return Stream.concat(commands(place, typed), parameters(place, typed)).toList();
  }

  /**
   * Where the line has come to.
   *
   * @param awaiting the option whose value comes next
   * @param parameters how many positional ones there are already
   */
  private record Place(
      CommandLine line, Optional<OptionSpec> awaiting, int parameters, boolean optionsEnded) {
    CommandSpec spec() {
      return line.getCommandSpec();
    }
  }

  private Place place(List<String> words) {
    Place place = new Place(root, Optional.empty(), 0, false);
    for (String word : words) {
      place = next(place, word);
    }
    return place;
  }

  private static Place next(Place place, String word) {
    if (place.awaiting().isPresent()) {
      return new Place(place.line(), Optional.empty(), place.parameters(), place.optionsEnded());
    }
    if (word.equals("--")) {
      return new Place(place.line(), Optional.empty(), place.parameters(), true);
    }
    if (word.startsWith("-") && !place.optionsEnded()) {
      OptionSpec option = place.spec().findOption(word);
      boolean takesMore = option != null && option.arity().max() > 0;
      return new Place(
          place.line(),
          takesMore ? Optional.of(option) : Optional.empty(),
          place.parameters(),
          false);
    }
    CommandLine below = place.line().getSubcommands().get(word);
    return below == null || place.parameters() > 0
        ? new Place(place.line(), Optional.empty(), place.parameters() + 1, place.optionsEnded())
        : new Place(below, Optional.empty(), 0, false);
  }

  private static Stream<Suggestion> commands(Place place, String typed) {
    if (place.parameters() > 0) {
      return Stream.empty();
    }
    return place.line().getSubcommands().entrySet().stream()
        .filter(command -> command.getKey().startsWith(typed))
        .filter(c -> !c.getValue().getCommandSpec().usageMessage().hidden())
        .map(c -> new Suggestion(c.getKey(), about(c.getValue())));
  }

  private static String about(CommandLine command) {
    return String.join(" ", command.getCommandSpec().usageMessage().description());
  }

  private static List<Suggestion> options(CommandSpec spec, String typed) {
    List<Suggestion> found = new ArrayList<>();
    for (OptionSpec option : spec.options()) {
      if (!option.hidden()) {
        Stream.of(option.names())
            .filter(name -> name.startsWith(typed))
            .filter(name -> typed.length() > 1 || name.equals(option.longestName()))
            .map(name -> new Suggestion(name, about(option)))
            .forEach(found::add);
      }
    }
    return found;
  }

  private static String about(ArgSpec argument) {
    return String.join(" ", argument.description())
        .replace("%n", " ")
        .replaceAll("\\$\\{.*?}", "…");
  }

  private Stream<Suggestion> parameters(Place place, String typed) {
    for (PositionalParamSpec parameter : place.spec().positionalParameters()) {
      if (parameter.index().contains(place.parameters())) {
        return matching(parameter, "", typed).stream();
      }
    }
    return Stream.empty();
  }

  /**
   * @param before what stands in the same word before the value
   */
  private List<Suggestion> matching(ArgSpec argument, String before, String typed) {
    int comma = argument.splitRegex().isEmpty() ? -1 : typed.lastIndexOf(',');
    String kept = before + typed.substring(0, comma + 1);
    String begun = typed.substring(comma + 1).toLowerCase(Locale.ROOT);
    return all(argument)
        .filter(
            one -> one == Suggestion.FILES || one.word().toLowerCase(Locale.ROOT).startsWith(begun))
        .map(one -> one == Suggestion.FILES ? one : new Suggestion(kept + one.word(), one.about()))
        .toList();
  }

  private Stream<Suggestion> all(ArgSpec argument) {
    if (argument.completionCandidates() != null) {
      List<Suggestion> fixed = new ArrayList<>();
      argument.completionCandidates().forEach(word -> fixed.add(new Suggestion(word, "")));
      return fixed.stream();
    }
    return argument.paramLabel().equals("COMMAND")
        ? commands(new Place(root, Optional.empty(), 0, false), "")
        : values.apply(argument.paramLabel()).stream();
  }
}
