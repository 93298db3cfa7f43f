package dev.medley.compare.judge;

import dev.medley.config.Target;
import java.util.Locale;

/**
 * Whether two names stand for the same model, so that one would judge itself: the last part of
 * their names is the same, whoever serves them and whatever the capitals.
 */
public final class SameModel {
  private SameModel() {}

  public static boolean of(Target a, Target b) {
    return bare(a).equals(bare(b));
  }

  private static String bare(Target target) {
    String id = target.ref().id().toLowerCase(Locale.ROOT);
    return id.substring(id.lastIndexOf('/') + 1);
  }
}
