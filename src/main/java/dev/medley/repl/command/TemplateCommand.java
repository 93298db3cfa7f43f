package dev.medley.repl.command;

import dev.medley.config.TemplateUse;
import dev.medley.config.Templates;
import dev.medley.repl.Chat;
import dev.medley.repl.Command;
import dev.medley.repl.Command.Group;
import dev.medley.repl.Destination;
import dev.medley.repl.Refused;
import dev.medley.repl.Suggestion;
import dev.medley.repl.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A template for what is said from now on. */
public final class TemplateCommand {
  static final Command TEMPLATE =
      new Command(
          "template",
          Group.PROMPT,
          "[NAME [K=V…]|off]",
          "put what is said into a template from now on",
          TemplateCommand::suggest,
          TemplateCommand::template);

  private TemplateCommand() {}

  /** Puts what is said into this one; goes on with its model, if it names one. */
  public static void use(Chat chat, TemplateUse use) {
    chat.session().template(use);
    List<String> models = use.models(List.of(), chat.surroundings().settings().routing());
    if (!models.isEmpty()) {
      var found = chat.surroundings().named(models);
      chat.session().sendTo(new Destination.Direct(found.get(0), found.subList(1, found.size())));
    }
  }

  private static void template(Chat chat, String argument) {
    List<String> words = Words.of(argument);
    if (words.isEmpty()) {
      chat.program("templates", "list");
    } else if (words.equals(List.of("off"))) {
      chat.session().template(TemplateUse.NONE);
      chat.screen().note("what is said is sent as it is");
    } else {
      use(chat, chat.surroundings().template(words.get(0), values(words)));
      chat.screen().note("what is said goes into " + words.get(0) + "; /template off ends that");
    }
  }

  private static Map<String, String> values(List<String> words) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String word : words.subList(1, words.size())) {
      int equals = word.indexOf('=');
      if (equals < 1) {
        throw Refused.usage(word + " is no value", "K=V, such as language=French");
      }
      values.put(word.substring(0, equals), word.substring(equals + 1));
    }
    return values;
  }

  private static List<Suggestion> suggest(Chat chat, List<String> before, String word) {
    Templates templates = chat.surroundings().templates();
    if (before.isEmpty()) {
      return templates.all().stream()
          .flatMap(found -> found.template().stream())
          .map(one -> new Suggestion(one.name(), "", one.description()))
          .toList();
    }
    return templates.find(before.get(0)).template().stream()
        .flatMap(one -> one.names().stream())
        .map(place -> new Suggestion(place + "=", "", "", false))
        .toList();
  }
}
