package dev.medley.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which model for which prompt, and who stands in.
 *
 * @param tasks {@code default} is always among them
 * @param rules the first that holds decides
 * @param auto whether what no rule takes is classified
 */
public record Routing(
    Map<String, Task> tasks, List<Rule> rules, Map<String, Chain> chains, boolean auto) {
  public Routing {
    tasks = Collections.unmodifiableMap(new LinkedHashMap<>(tasks));
    rules = List.copyOf(rules);
    chains = Collections.unmodifiableMap(new LinkedHashMap<>(chains));
  }

  /** The same where a template is in use already: those of tasks are left out. */
  public Routing withoutTemplates() {
    Map<String, Task> plain = new LinkedHashMap<>();
    tasks.forEach((name, task) -> plain.put(name, task.withoutTemplate()));
    return new Routing(plain, rules, chains, auto);
  }
}
