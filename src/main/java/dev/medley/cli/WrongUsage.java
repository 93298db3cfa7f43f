package dev.medley.cli;

import dev.medley.config.Nearest;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * A command line that picocli does not understand, in our words.
 *
 * @param message what is wrong
 * @param hint what was probably meant, or where to look; may be empty
 */
record WrongUsage(String message, Optional<String> hint) {
  /** Of picocli 4.7; what fits none of them is passed on as it is. */
  private static final Pattern OF_MANY =
      Pattern.compile(".*'(-\\S+)'.*: expected one of \\[(.*)] \\(.*\\) but was '(.*)'");

  private static final Pattern NO_PAIR =
      Pattern.compile("Value for option option '(-\\S+)' \\((.*)\\) should be .* but was (.*)");

  private static final Pattern NO_COMMAND = Pattern.compile("Unknown subcommand '(.*)'\\.?");

  static WrongUsage of(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      return unknown(wrong, unmatched.getUnmatched().get(0));
    }
    if (wrong instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return missing(missing.getMissing().get(0));
    }
    String said = wrong.getMessage().lines().findFirst().orElse("wrong usage");
    Matcher many = OF_MANY.matcher(said);
    if (many.matches()) {
      return ofMany(many.group(1), many.group(2), many.group(3));
    }
    Matcher pair = NO_PAIR.matcher(said);
    if (pair.matches()) {
      return new WrongUsage(
          pair.group(1) + " is '" + pair.group(3) + "'", Optional.of("write " + pair.group(2)));
    }
    Matcher command = NO_COMMAND.matcher(said);
    return command.matches()
        ? unknown(wrong, command.group(1))
        : new WrongUsage(plain(said), Optional.empty());
  }

  private static WrongUsage unknown(ParameterException wrong, String typed) {
    boolean option = typed.startsWith("-");
    String message = option ? "no option " + typed : "no command \"" + typed + "\"";
    Collection<String> known =
        option
            ? wrong.getCommandLine().getCommandSpec().optionsMap().keySet()
            : wrong.getCommandLine().getSubcommands().keySet();
    return new WrongUsage(
        message, Nearest.to(typed, known).map(name -> "did you mean " + name + "?"));
  }

  /** The first description of what is missing says best what to write. */
  private static WrongUsage missing(ArgSpec argument) {
    String label = argument.paramLabel();
    String description = String.join(" ", argument.description());
    String hint = label + ": " + description;
    if (!(argument instanceof OptionSpec option)) {
      return new WrongUsage(label + " is missing", Optional.of(hint));
    }
    String name = option.longestName();
    return new WrongUsage(
        option.required() ? name + " is missing" : name + " needs a value", Optional.of(hint));
  }

  private static WrongUsage ofMany(String option, String values, String typed) {
    List<String> known =
        Arrays.stream(values.split(", ")).map(value -> value.toLowerCase(Locale.ROOT)).toList();
    String hint =
        Nearest.to(typed, known)
            .map(near -> "did you mean " + near + "?")
            .orElse("write one of " + String.join(", ", known));
    return new WrongUsage(option + " is '" + typed + "'", Optional.of(hint));
  }

  private static String plain(String said) {
    return said.replaceFirst("^Invalid value for option '(-\\S+)'(?: \\(.*?\\))?: ", "$1: ")
        .replaceFirst("is not an? (int|long)$", "is not a whole number");
  }
}
