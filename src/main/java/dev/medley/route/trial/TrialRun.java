package dev.medley.route.trial;

import dev.medley.catalog.Pricing;
import dev.medley.chat.Attachment;
import dev.medley.chat.Message;
import dev.medley.chat.Parameters;
import dev.medley.chat.Prompt;
import dev.medley.chat.Role;
import dev.medley.config.RouteCase;
import dev.medley.config.Target;
import dev.medley.config.Trait;
import dev.medley.route.Circumstances;
import dev.medley.route.Decision;
import dev.medley.route.Features;
import dev.medley.route.Routed;
import dev.medley.route.Router;
import dev.medley.route.Wish;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides about each case. Nothing is sent. */
public final class TrialRun {
  private final Router router;
  private final Wish wish;
  private final Circumstances now;

  /**
   * @param now for cases that do not say when they take place
   */
  public TrialRun(Router router, Wish wish, Circumstances now) {
    this.router = router;
    this.wish = wish;
    this.now = now;
  }

  /**
   * @param models all that could have been chosen, whatever a case is about
   */
  public TrialResult run(List<RouteCase> cases, List<Target> models) {
    List<Trial> trials =
        cases.stream().map(one -> new Trial(one, router.decide(features(one), wish))).toList();
    return new TrialResult(trials, dearest(trials, models));
  }

  private Features features(RouteCase one) {
    List<Message> messages = new ArrayList<>();
    one.given().system().map(Message::system).ifPresent(messages::add);
    List<Attachment> images =
        one.given().traits().contains(Trait.IMAGE)
            ? List.of(Attachment.linkedImage(URI.create("https://image.invalid/")))
            : List.of();
    messages.add(new Message(Role.USER, one.prompt(), images));
    Map<String, String> env = new LinkedHashMap<>(now.variables());
    env.putAll(one.given().env());
    return new Features(
        new Prompt(messages, Parameters.NONE, true),
        one.given().traits(),
        one.given().files(),
        new Circumstances(one.given().at().orElse(now.now()), env));
  }

  /** Whom all prompts together would cost most; empty: no price is known. */
  private static Optional<TrialResult.Spend> dearest(List<Trial> trials, List<Target> models) {
    TrialResult.Spend dearest = null;
    for (Target model : models) {
      Optional<BigDecimal> usd = total(trials, model);
      if (usd.isPresent() && (dearest == null || usd.get().compareTo(dearest.usd()) > 0)) {
        dearest = new TrialResult.Spend(model.ref().toString(), usd.get());
      }
    }
    return Optional.ofNullable(dearest);
  }

  private static Optional<BigDecimal> total(List<Trial> trials, Target model) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Trial trial : trials) {
      Decision decision = trial.decision();
      Prompt routed = Routed.prompt(decision.match().task(), decision.features().prompt());
      Optional<BigDecimal> usd = Pricing.estimate(routed, model.info().price()).usd();
      if (usd.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.add(usd.get());
    }
    return Optional.of(sum);
  }
}
