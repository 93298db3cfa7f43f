package dev.medley.repl;

import dev.medley.config.Chain;
import dev.medley.config.Target;
import java.util.ArrayList;
import java.util.List;

/** Where prompts go. */
public sealed interface Destination {
  /** In a few words, for the prompt line. */
  String label();

  /** To this model; when it fails, to those after it. */
  record Direct(Target model, List<Target> after) implements Destination {
    public Direct {
      after = List.copyOf(after);
    }

    /** In the order in which they are asked. */
    public List<Target> candidates() {
      List<Target> all = new ArrayList<>(List.of(model));
      all.addAll(after);
      return all;
    }

    @Override
    public String label() {
      return model.name() + (after.isEmpty() ? "" : " +" + after.size());
    }
  }

  /** Along a chain of the configuration. */
  record Chained(Chain chain) implements Destination {
    @Override
    public String label() {
      return "chain " + chain.name();
    }
  }

  /** To whom tasks and rules choose, anew for each prompt. */
  record Routed() implements Destination {
    @Override
    public String label() {
      return "route";
    }
  }
}
