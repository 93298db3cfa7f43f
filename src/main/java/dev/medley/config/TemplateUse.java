package dev.medley.config;

import dev.medley.chat.Parameters;
import dev.medley.chat.Placeholders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A template with its values, or none. What the command line says beside it comes first.
 *
 * @param values of all places but the one for the input
 */
public record TemplateUse(Optional<Template> template, Map<String, String> values) {
  public static final TemplateUse NONE = new TemplateUse(Optional.empty(), Map.of());

  /** With more values, which come before those that are there. */
  public TemplateUse with(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(values);
    all.putAll(more);
    return new TemplateUse(template, all);
  }

  /** Whether there is something to ask even if the user brings nothing. */
  public boolean speaksAlone() {
    return template.filter(one -> !one.needsInput()).isPresent();
  }

  /** The user's message: the input in its place, else behind the prompt. */
  public String user(String input) {
    Optional<String> prompt = template.flatMap(Template::prompt);
    if (prompt.isEmpty()) {
      return input;
    }
    String filled = filled(prompt.get(), input);
    boolean placed = template.get().names().contains(Template.INPUT);
    return placed || input.isEmpty() ? filled : filled + "\n\n" + input;
  }

  public Optional<String> system(String input) {
    return template.flatMap(Template::system).map(text -> filled(text, input));
  }

  public Parameters options() {
    return template.map(Template::options).orElse(Parameters.NONE);
  }

  /** The task that says which model, unless one is named. */
  public Optional<String> task() {
    return template.flatMap(Template::task);
  }

  /** The models to ask: those named, else the template's; none: the default. */
  public List<String> models(List<String> named, Routing routing) {
    if (!named.isEmpty() || template.isEmpty()) {
      return named;
    }
    return template
        .get()
        .model()
        .map(List::of)
        .or(() -> task().map(routing.tasks()::get).map(task -> models(task, routing)))
        .orElse(List.of());
  }

  private static List<String> models(Task task, Routing routing) {
    return task.choice()
        .chain()
        .map(routing.chains()::get)
        .map(Chain::models)
        .orElse(task.choice().models());
  }

  private String filled(String text, String input) {
    Map<String, String> all = new LinkedHashMap<>(values);
    all.put(Template.INPUT, input);
    return new Placeholders(text).filled(all);
  }
}
