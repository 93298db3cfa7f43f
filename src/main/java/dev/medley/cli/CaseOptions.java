package dev.medley.cli;

import dev.medley.chat.Message;
import dev.medley.chat.Parameters;
import dev.medley.chat.Placeholders;
import dev.medley.chat.Prompt;
import dev.medley.chat.Role;
import dev.medley.compare.cases.Cases;
import dev.medley.compare.cases.Wording;
import dev.medley.compare.cases.Wording.Phrase;
import dev.medley.compare.matrix.Question;
import dev.medley.compare.prompts.PromptFile;
import dev.medley.compare.prompts.PromptRow;
import dev.medley.compare.prompts.PromptSource;
import dev.medley.config.TemplateUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the command line asks, as cases. */
final class CaseOptions {
  private final Services services;
  private final PromptOptions prompt;
  private final ParameterOptions parameters;
  private final CheckOptions checks;
  private final TemplateUse template;

  CaseOptions(
      Services services,
      PromptOptions prompt,
      ParameterOptions parameters,
      CheckOptions checks,
      TemplateUse template) {
    this.services = services;
    this.prompt = prompt;
    this.parameters = parameters;
    this.checks = checks;
    this.template = template;
  }

  /** The prompt of the command line, as many times as there are variants and runs. */
  Cases ofPrompt(PromptOptions.Asked asked, int runs) {
    List<Optional<Phrase>> systems =
        systems(several() ? given() : asked.system().stream(), Phrase::literal);
    Wording wording = new Wording(Phrase.ofRow(), systems, variants(), checks.literal(services));
    return new Cases(PromptSource.of(asked.user()), wording, runs);
  }

  /** The rows of a file. */
  Cases ofFile(PromptFile file, PromptOptions.Asked around, int runs) {
    Phrase own = prompt.said().map(text -> words(text, file)).orElseGet(this::ofRow);
    Phrase whole = fields -> template.with(fields).user(joined(around.user(), own.of(fields)));
    List<Optional<Phrase>> systems =
        given().findAny().isPresent()
            ? systems(given(), Phrase::template)
            : List.of(template.template().flatMap(one -> one.system()).map(this::ofTemplate));
    Wording wording = new Wording(whole, systems, variants(), checks.ofRows(services));
    return new Cases(file, wording, runs);
  }

  /** A system prompt of the template may have a place for the input, which is the row's prompt. */
  private Phrase ofTemplate(String system) {
    return fields ->
        template.with(fields).system(fields.getOrDefault(PromptRow.PROMPT, "")).orElse(system);
  }

  private Phrase words(String text, PromptFile file) {
    boolean same = new Placeholders(text).names().isEmpty() && template.template().isEmpty();
    if (same) {
      throw CommandFailed.usage(
          "the prompt has no {{name}}, so every row of " + file.name() + " would ask the same",
          "write {{prompt}} where the row's text belongs, or the name of another field");
    }
    return Phrase.template(text);
  }

  private Phrase ofRow() {
    Phrase row = Phrase.ofRow();
    return template.speaksAlone() ? fields -> fields.getOrDefault(PromptRow.PROMPT, "") : row;
  }

  private static String joined(String before, String after) {
    return before.isEmpty() || after.isEmpty() ? before + after : before + "\n\n" + after;
  }

  private Stream<String> given() {
    return prompt.systems(services).stream();
  }

  private interface Phrasing {
    Phrase of(String text);
  }

  private static List<Optional<Phrase>> systems(Stream<String> texts, Phrasing phrasing) {
    List<Optional<Phrase>> systems = texts.map(text -> Optional.of(phrasing.of(text))).toList();
    return systems.isEmpty() ? List.of(Optional.empty()) : systems;
  }

  private List<Parameters> variants() {
    return parameters.variants().stream().map(one -> one.orElse(template.options())).toList();
  }

  /** Whether there is more than one prompt to send to each model. */
  boolean several() {
    return prompt.systems(services).size() > 1 || parameters.variants().size() > 1;
  }

  /** The prompt that is sent for a question. */
  Prompt sent(Question question, PromptOptions.Asked around) {
    List<Message> messages = new ArrayList<>();
    question.system().map(Message::system).ifPresent(messages::add);
    messages.add(new Message(Role.USER, question.prompt(), around.attachments()));
    return new Prompt(messages, question.options(), parameters.stream());
  }
}
