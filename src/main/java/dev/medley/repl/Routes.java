package dev.medley.repl;

import dev.medley.chat.Prompt;
import dev.medley.config.Chain;
import dev.medley.config.Routing;
import dev.medley.config.Target;
import dev.medley.config.Task;
import dev.medley.fallback.Fallback;
import dev.medley.history.PastFile;
import dev.medley.history.RouteTaken;
import dev.medley.render.RouteLine;
import dev.medley.route.Circumstances;
import dev.medley.route.Decision;
import dev.medley.route.Features;
import dev.medley.route.Routed;
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
   * @param task what goes with it, when medley has chosen
   * @param route why these models, when medley has chosen
   */
  public record Way(Fallback.Plan plan, Optional<Task> task, Optional<Explained> route) {
    static Way plain(Fallback.Plan plan) {
      return new Way(plan, Optional.empty(), Optional.empty());
    }

    /** What is sent when this is said now. */
    Prompt prompt(Session session, Said said) {
      Prompt plain = session.prompt(said);
      return task.map(it -> Routed.prompt(it, plain)).orElse(plain);
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
    return new Way(plan, Optional.of(task), Optional.of(why));
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
    Routing routing = surroundings.settings().routing();
    boolean templated = session.template().template().isPresent();
    return new Router(templated ? routing.withoutTemplates() : routing, surroundings.pool())
        .decide(new Features(prompt, Set.of(), files, around), Wish.NONE);
  }
}
