package dev.medley.repl;

import dev.medley.chat.Message;
import dev.medley.chat.Parameters;
import dev.medley.config.Target;
import dev.medley.fallback.Fallback;
import dev.medley.render.RouteLine;
import dev.medley.route.Decision;
import dev.medley.route.Features;
import dev.medley.route.Router;
import java.util.List;
import java.util.Optional;

/** From a destination to a plan that can be walked. */
public final class Routes {
  private final Session session;
  private final Surroundings surroundings;

  Routes(Session session, Surroundings surroundings) {
    this.session = session;
    this.surroundings = surroundings;
  }

  /**
   * How a prompt travels.
   *
   * @param system the system prompt that goes with it, where the session has none
   * @param options request fields that go with it, where the session has none
   * @param why in one line, when medley has chosen
   */
  public record Way(
      Fallback.Plan plan, Optional<String> system, Parameters options, Optional<String> why) {
    static Way plain(Fallback.Plan plan) {
      return new Way(plan, Optional.empty(), Parameters.NONE, Optional.empty());
    }

    /** Whom the prompt goes to first. */
    Target first() {
      return plan.candidates().models().get(0);
    }
  }

  Way to(Destination destination, Message said) {
    if (destination instanceof Destination.Direct direct) {
      return Way.plain(surroundings.plan(direct.candidates()));
    }
    return destination instanceof Destination.Chained chained
        ? Way.plain(surroundings.plan(chained.chain()))
        : routed(said);
  }

  private Way routed(Message said) {
    Decision decision = decide(said);
    Fallback.Plan plan =
        decision
            .chain()
            .map(name -> surroundings.plan(surroundings.settings().routing().chains().get(name)))
            .orElseGet(() -> surroundings.plan(List.of(decision.model())));
    return new Way(
        plan, decision.system(), decision.options(), Optional.of(explain(said, decision)));
  }

  /** Where tasks and rules would send this, and why. */
  public String explain(Message said) {
    return explain(said, decide(said));
  }

  private String explain(Message said, Decision decision) {
    return RouteLine.of(decision, session.prompt(said, decision.system(), decision.options()));
  }

  private Decision decide(Message said) {
    return new Router(surroundings.settings().routing(), surroundings::named)
        .decide(Features.of(session.prompt(said), false), Optional.empty());
  }
}
