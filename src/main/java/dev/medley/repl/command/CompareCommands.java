package dev.medley.repl.command;

import dev.medley.config.Target;
import dev.medley.render.ComparisonTable;
import dev.medley.render.SafeText;
import dev.medley.repl.Chat;
import dev.medley.repl.Command;
import dev.medley.repl.Command.Group;
import dev.medley.repl.Compared;
import dev.medley.repl.Refused;
import dev.medley.repl.Said;
import dev.medley.send.Delivery;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The same prompt to several models, and which answer the conversation goes on with. */
final class CompareCommands {
  static final List<Command> ALL =
      List.of(
          new Command(
              "compare",
              Group.MODELS,
              "MODELS [PROMPT]",
              "ask several the same, or the last prompt",
              Names.MODELS,
              CompareCommands::compare),
          new Command(
              "keep",
              Group.MODELS,
              "N",
              "go on with the Nth answer that was compared",
              CompareCommands::keep));

  private CompareCommands() {}

  private static void compare(Chat chat, String argument) {
    String[] parts = argument.split("\\s+", 2);
    List<Target> models = models(chat, parts[0]);
    Said said =
        parts.length > 1
            ? chat.session().saying(parts[1])
            : chat.session()
                .lastSaid()
                .orElseThrow(() -> Refused.usage("nothing was said yet", "/compare MODELS PROMPT"));
    Compared compared = chat.asking().compare(said, models);
    List<Delivery> results = compared.results();
    ComparisonTable.lines(results, chat.screen().style(), chat.screen().columns())
        .forEach(chat.screen()::println);
    choose(chat, compared);
  }

  private static List<Target> models(Chat chat, String names) {
    List<Target> models =
        names.isEmpty()
            ? chat.asking().candidates()
            : chat.surroundings().named(Arrays.asList(names.split(",")));
    if (models.size() < 2) {
      throw Refused.usage(
          "a comparison needs two models or more", "/compare demo/swift,demo/sage PROMPT");
    }
    return models;
  }

  private static void choose(Chat chat, Compared compared) {
    String choice =
        IntStream.rangeClosed(1, compared.results().size())
            .filter(compared::has)
            .mapToObj(n -> n + " " + compared.results().get(n - 1).requested().name())
            .collect(Collectors.joining(" · "));
    if (choice.isEmpty()) {
      return;
    }
    if (!chat.screen().interactive()) {
      chat.screen().note("/keep N goes on with the Nth answer");
      return;
    }
    chat.screen().note("go on with " + SafeText.forTerminal(choice) + "?");
    String typed = chat.screen().ask("number, or Enter for none: ").orElse("").strip();
    if (typed.matches("\\d+")) {
      keep(chat, typed);
      return;
    }
    chat.screen().note("the conversation is as before; /keep N still takes one");
    chat.take(typed);
  }

  private static void keep(Chat chat, String number) {
    Compared compared =
        chat.session()
            .compared()
            .orElseThrow(
                () ->
                    Refused.usage(
                        "there is no comparison to choose from", "/compare MODELS PROMPT"));
    int at = number.matches("[1-9]\\d{0,3}") ? Integer.parseInt(number) : 0;
    if (!compared.has(at)) {
      throw Refused.usage(
          "no answer \"" + number + "\"",
          "a number from 1 to " + compared.results().size() + ", of one that answered");
    }
    chat.asking().goOnWith(compared, at);
    chat.screen()
        .note(
            "the conversation goes on with the answer of "
                + compared.results().get(at - 1).requested().ref());
  }
}
