package dev.medley.repl;

import dev.medley.config.Nearest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands by name, and how they are told from what is said. */
public final class Commands {
  /** A name has letters and dashes only: {@code /usr/bin} and {@code .5} are said. */
  private static final Pattern CALL =
      Pattern.compile("([/.])([A-Za-z][A-Za-z-]*)(?:\\s+(.*))?", Pattern.DOTALL);

  private final Map<String, Command> byName = new LinkedHashMap<>();

  public Commands(List<Command> commands) {
    for (Command command : commands) {
      byName.put(command.name(), command);
    }
  }

  /** A command with its argument. */
  public record Call(Command command, String argument) {}

  public Collection<Command> all() {
    return byName.values();
  }

  public Optional<Command> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * What the line calls; empty when it is something said.
   *
   * @throws Refused when it was meant to call something, and names nothing
   */
  Optional<Call> call(String line) {
    Matcher call = CALL.matcher(line);
    if (!call.matches()) {
      return Optional.empty();
    }
    String name = call.group(2);
    String argument = call.group(3) == null ? "" : call.group(3).strip();
    Command command = byName.get(name);
    if (command != null) {
      return Optional.of(new Call(command, argument));
    }
    Optional<String> meant = meant(name);
    boolean said = call.group(1).equals(".") && meant.isEmpty();
    if (said) {
      return Optional.empty();
    }
    throw Refused.usage(
        "no command /" + name,
        meant.map(near -> "did you mean /" + near + "?").orElse("/help lists them")
            + " (a line that begins with // is said)");
  }

  /** The nearest, else the only one that begins so. */
  private Optional<String> meant(String name) {
    return Nearest.to(name, byName.keySet())
        .or(
            () -> {
              List<String> longer =
                  byName.keySet().stream().filter(other -> other.startsWith(name)).toList();
              return longer.size() == 1 ? Optional.of(longer.get(0)) : Optional.empty();
            });
  }

  /** What may stand where the last of these words stands; none when they call nothing. */
  List<Suggestion> suggest(Chat chat, List<String> words) {
    String first = words.get(0);
    boolean marked = first.startsWith("/") || first.startsWith(".");
    if (!marked && !(first.isEmpty() && words.size() == 1)) {
      return List.of();
    }
    if (words.size() == 1) {
      String mark = first.isEmpty() ? "/" : first.substring(0, 1);
      return all().stream()
          .map(c -> new Suggestion(mark + c.name(), c.group().head(), c.help()))
          .toList();
    }
    return find(first.substring(1))
        .map(
            command ->
                command
                    .completion()
                    .suggest(chat, words.subList(1, words.size() - 1), words.get(words.size() - 1)))
        .orElse(List.of());
  }
}
