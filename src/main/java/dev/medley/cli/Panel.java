package dev.medley.cli;

import dev.medley.chat.ModelRef;
import dev.medley.compare.dispatch.Dispatcher;
import dev.medley.config.Target;
import dev.medley.send.Models;
import dev.medley.send.RetryPolicy;
import java.util.List;

/**
 * The models of a comparison and how they are asked.
 *
 * @param opened opens them
 */
record Panel(
    List<Target> targets,
    Models opened,
    AnswerForm form,
    Dispatcher dispatcher,
    RetryPolicy policy) {
  List<ModelRef> refs() {
    return targets.stream().map(Target::ref).distinct().toList();
  }

  List<String> names() {
    return targets.stream().map(Target::name).toList();
  }

  /** Each model once, under whatever name it came first. */
  Panel withoutDoubles() {
    List<Target> once =
        refs().stream()
            .map(ref -> targets.stream().filter(t -> t.ref().equals(ref)).findFirst().get())
            .toList();
    return new Panel(once, opened, form, dispatcher, policy);
  }
}
