package dev.medley.repl.command;

import dev.medley.chat.Parameters;
import dev.medley.config.FieldText;
import dev.medley.config.Nearest;
import dev.medley.render.SafeText;
import dev.medley.repl.Chat;
import dev.medley.repl.Command;
import dev.medley.repl.Command.Group;
import dev.medley.repl.Refused;
import dev.medley.repl.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Request fields that go with every prompt from now on. */
final class SetCommand {
  private static final String STREAM = "stream";

  private static final List<Suggestion> FIELDS =
      List.of(
          new Suggestion("temperature", "", "randomness, usually 0 to 2"),
          new Suggestion("max_tokens", "", "most tokens of the answer"),
          new Suggestion("top_p", "", "nucleus sampling, 0 to 1"),
          new Suggestion("top_k", "", "so many likeliest tokens; not every server knows it"),
          new Suggestion("seed", "", "for repeatable answers"),
          new Suggestion("stop", "", "end the answer before this text"),
          new Suggestion("reasoning_effort", "", "such as low, medium, high"),
          new Suggestion("presence_penalty", "", "-2 to 2"),
          new Suggestion("frequency_penalty", "", "-2 to 2"),
          new Suggestion(STREAM, "", "true: piece by piece; false: in one piece"));

  static final Command SET =
      new Command(
          "set",
          Group.PROMPT,
          "[FIELD [VALUE|off]]",
          "show or change fields, such as temperature",
          (chat, before, word) -> before.isEmpty() ? FIELDS : values(before.get(0)),
          SetCommand::set);

  private SetCommand() {}

  private static List<Suggestion> values(String field) {
    return switch (field) {
      case STREAM -> suggestions("true", "false");
      case "reasoning_effort" -> suggestions("low", "medium", "high", "off");
      default -> suggestions("off");
    };
  }

  private static List<Suggestion> suggestions(String... values) {
    return Stream.of(values).map(Suggestion::of).toList();
  }

  private static void set(Chat chat, String argument) {
    String[] parts = argument.split("\\s+", 2);
    String field = parts[0];
    if (!argument.isEmpty() && parts.length == 1) {
      chat.screen().println(field + " " + value(chat, field));
      return;
    }
    if (parts.length == 2) {
      change(chat, field, parts[1]);
    }
    show(chat);
  }

  private static void change(Chat chat, String field, String text) {
    if (field.equals(STREAM)) {
      chat.session().stream(truth(text));
      return;
    }
    if (field.equals("model") || field.equals("messages")) {
      throw Refused.usage(field + " is no field to set", "/model changes the model");
    }
    Parameters now = chat.session().parameters();
    if (text.equals("off")) {
      chat.session().parameters(now.without(Set.of(field)));
      return;
    }
    chat.session().parameters(now.with(field, FieldText.parse(text)));
    near(field)
        .ifPresent(
            name ->
                chat.screen()
                    .note(
                        chat.screen().noteStyle().yellow("note:")
                            + SafeText.forTerminal(" " + field)
                            + " goes out as it is; did you mean "
                            + name
                            + "?"));
  }

  /** Any field may be sent, so that a mistyped one is only asked about. */
  private static Optional<String> near(String field) {
    List<String> names = FIELDS.stream().map(Suggestion::text).toList();
    Optional<String> longer = names.stream().filter(name -> name.startsWith(field)).findFirst();
    return names.contains(field) ? Optional.empty() : longer.or(() -> Nearest.to(field, names));
  }

  private static boolean truth(String text) {
    return switch (text) {
      case "true", "on" -> true;
      case "false", "off" -> false;
      default -> throw Refused.usage("stream is true or false, not " + text, "/set stream false");
    };
  }

  private static String value(Chat chat, String field) {
    if (field.equals(STREAM)) {
      return Boolean.toString(chat.session().streams());
    }
    Object value = chat.session().parameters().fields().get(field);
    return value == null ? "is not set" : SafeText.forTerminal(value.toString());
  }

  private static void show(Chat chat) {
    chat.session()
        .parameters()
        .fields()
        .forEach((name, value) -> chat.screen().println(SafeText.forTerminal(name + " " + value)));
    if (!chat.session().streams()) {
      chat.screen().println("stream false");
    }
    if (chat.session().parameters().fields().isEmpty() && chat.session().streams()) {
      chat.screen().note("nothing is set; each field is sent only when it is");
    }
  }
}
