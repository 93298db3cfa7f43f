package dev.medley.repl;

import dev.medley.chat.Parameters;
import dev.medley.chat.Prompt;
import dev.medley.config.Chain;
import dev.medley.config.Target;
import dev.medley.config.Task;
import dev.medley.fallback.Fallback;
import dev.medley.history.PastFile;
import dev.medley.history.RouteTaken;
import dev.medley.render.RouteLine;
import dev.medley.route.Circumstances;
import dev.medley.route.Decision;
import dev.medley.route.Features;
import dev.medley.route.Router;
import dev.medley.route.Wish;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
   * @param route why these models, when medley has chosen
   */
  public record Way(
      Fallback.Plan plan, Optional<String> system, Parameters options, Optional<Explained> route) {
    static Way plain(Fallback.Plan plan) {
      return new Way(plan, Optional.empty(), Parameters.NONE, Optional.empty());
    }

    /** Whom the prompt goes to first. */
    Target first() {
      return plan.candidates().models().get(0);
    }
  }

  /**
   * Why these models.
   *
   * @param line for a person
   * @param taken for the history
   */
  public record Explained(String line, RouteTaken taken) {}

  Way to(Destination destination, Said said) {
    if (destination instanceof Destination.Direct direct) {
      return Way.plain(surroundings.plan(direct.candidates()));
    }
    return destination instanceof Destination.Chained chained
        ? Way.plain(surroundings.plan(chained.chain()))
        : routed(said);
  }

  private Way routed(Said said) {
    Decision decision = decide(said);
    Target chosen =
        decision
            .model()
            .orElseThrow(() -> new Refused(decision.selection().failure().orElseThrow()));
    Fallback.Plan plan =
        decision
            .chain()
            .map(name -> surroundings.plan(walked(decision, name)))
            .orElseGet(() -> surroundings.plan(List.of(chosen)));
    Task task = decision.match().task();
    Explained why = new Explained(RouteLine.of(decision), decision.taken());
    return new Way(plan, task.system(), task.options(), Optional.of(why));
  }

  private Chain walked(Decision decision, String chain) {
    List<String> names = decision.walked().stream().map(Target::name).toList();
    return surroundings.settings().routing().chains().get(chain).of(names);
  }

  /** Where tasks and rules would send this, and why. */
  public Decision decide(Said said) {
    Prompt prompt = session.prompt(said);
    LocalDateTime now = LocalDateTime.ofInstant(surroundings.clock().now(), ZoneId.systemDefault());
    Circumstances around = new Circumstances(now, surroundings.environment().variables());
    List<String> files = said.files().stream().map(PastFile::path).toList();
    return new Router(surroundings.settings().routing(), surroundings.pool())
        .decide(new Features(prompt, Set.of(), files, around), Wish.NONE);
  }
}
