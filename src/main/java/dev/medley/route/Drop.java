package dev.medley.route;

import dev.medley.chat.Failure;

/**
 * Why a model is out.
 *
 * @param failure what asking it would come to; its message is the reason
 */
public record Drop(Limit limit, Failure failure) {
  /**
   * What a model can fall short of, in the order in which they are looked at, the gravest first.
   */
  public enum Limit {
    TIER(true),
    WINDOW(true),
    IMAGES(true),
    MAX_COST(true),
    BUDGET(true),
    MAX_LATENCY(true),
    SCHEMA(false),
    KEY(false),
    REST(false);

    private final boolean firm;

    Limit(boolean firm) {
      this.firm = firm;
    }

    /** Whether it holds even if it leaves nobody. */
    public boolean firm() {
      return firm;
    }
  }

  public String why() {
    return failure.message();
  }
}
