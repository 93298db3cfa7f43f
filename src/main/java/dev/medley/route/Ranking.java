package dev.medley.route;

import dev.medley.config.Objective;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Orders candidates by an objective. Ties keep the order given; what is not known goes last. */
final class Ranking {
  private static final Comparator<Candidate> BY_COST = by(c -> c.estimate().usd());
  private static final Comparator<Candidate> BY_TIME =
      Ranking.<Duration>by(c -> c.standing().trustedTotal())
          .thenComparing(by(c -> c.standing().trustedFirstToken()));
  private static final Comparator<Candidate> BY_TIER =
      by(c -> c.tier().map(tier -> -tier.ordinal()));

  private final List<Candidate> candidates;

  /**
   * @param candidates among whom is chosen, in the order given
   */
  Ranking(List<Candidate> candidates) {
    this.candidates = List.copyOf(candidates);
  }

  private static <T extends Comparable<T>> Comparator<Candidate> by(
      Function<Candidate, Optional<T>> value) {
    return (one, other) -> {
      Optional<T> mine = value.apply(one);
      Optional<T> theirs = value.apply(other);
      return mine.isPresent() && theirs.isPresent()
          ? mine.get().compareTo(theirs.get())
          : Boolean.compare(theirs.isPresent(), mine.isPresent());
    };
  }

  /** The best first. */
  List<Candidate> by(Optional<Objective> objective) {
    List<Candidate> sorted = new ArrayList<>(candidates);
    objective.map(this::comparator).ifPresent(sorted::sort);
    return sorted;
  }

  private Comparator<Candidate> comparator(Objective objective) {
    return switch (objective) {
      case CHEAP -> BY_COST;
      case FAST -> BY_TIME;
      case BEST -> BY_TIER;
      case BALANCED -> Comparator.comparingInt(c -> places(c).sum());
    };
  }

  /** A candidate's places among all, the first being 1; equals share a place. */
  record Places(int cost, int time, int tier) {
    int sum() {
      return cost + time + tier;
    }

    @Override
    public String toString() {
      return cost + " + " + time + " + " + tier + " = " + sum();
    }
  }

  Places places(Candidate candidate) {
    return new Places(
        place(candidate, BY_COST), place(candidate, BY_TIME), place(candidate, BY_TIER));
  }

  private int place(Candidate candidate, Comparator<Candidate> order) {
    return 1 + (int) candidates.stream().filter(c -> order.compare(c, candidate) < 0).count();
  }

  /** What puts the winner first, in a few words. */
  Optional<String> why(Objective objective, Candidate winner) {
    String among = " of " + candidates.size();
    return switch (objective) {
      case CHEAP ->
          Optional.of(winner.estimate().usd().isPresent() ? "cheapest" + among : "no price known");
      case FAST ->
          Optional.of(
              winner
                  .standing()
                  .trustedTotal()
                  .map(time -> "fastest" + among + ": p50 " + seconds(time))
                  .orElse("no time measured often enough: order given"));
      case BEST ->
          Optional.of(
              winner
                  .tier()
                  .map(tier -> "best" + among + ": " + tier.word())
                  .orElse("no tier known: order given"));
      case BALANCED -> Optional.of("balanced: places " + places(winner));
    };
  }

  /** What would have to change for the other to be before the winner. */
  String change(Optional<Objective> objective, Candidate winner, Candidate other) {
    if (objective.filter(one -> comparator(one).compare(winner, other) == 0).isPresent()) {
      return "if it stood first in the list: they are equal";
    }
    return objective
        .map(
            one ->
                switch (one) {
                  case CHEAP -> cheaper(winner, other);
                  case FAST -> faster(winner, other);
                  case BEST -> better(winner, other);
                  case BALANCED ->
                      "if its places by price, time and tier summed up to less than "
                          + places(winner).sum()
                          + " (now "
                          + places(other)
                          + ")";
                })
        .orElse("if it stood before " + winner.target().name() + " in the list");
  }

  private static String cheaper(Candidate winner, Candidate other) {
    Optional<BigDecimal> most = winner.estimate().usd();
    if (most.isEmpty()) {
      return "if its price were known";
    }
    String now = other.estimate().usd().map(usd -> dollars(usd)).orElse("unknown");
    return "if its estimate were below " + dollars(most.get()) + " (now " + now + ")";
  }

  private static String faster(Candidate winner, Candidate other) {
    Optional<Duration> most = winner.standing().trustedTotal();
    if (most.isEmpty()) {
      return "if " + Standing.TRUSTED_FROM + " of its answers had been measured";
    }
    String now =
        other.standing().trustedTotal().map(Ranking::seconds).orElse("not measured often enough");
    return "if its p50 were below " + seconds(most.get()) + " (now " + now + ")";
  }

  private static String better(Candidate winner, Candidate other) {
    String tier = other.tier().map(t -> t.word()).orElse("unknown");
    return "if its tier were above "
        + winner.tier().map(t -> t.word()).orElse("unknown")
        + " (now "
        + tier
        + ")";
  }

  static String dollars(BigDecimal usd) {
    return "$" + usd.stripTrailingZeros().toPlainString();
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.2f s", time.toNanos() / 1e9);
  }
}
