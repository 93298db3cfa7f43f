package dev.medley.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.Samples;
import dev.medley.config.Bounds;
import dev.medley.config.Condition;
import dev.medley.config.Language;
import dev.medley.config.NumberRange;
import dev.medley.config.Objective;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Printed, and bounded only where something is badly wrong: the machine may be busy. */
class DecisionTimeTest {
  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
  private static final int TIMES = 800;

  @Test
  void aPromptOfTenKilobytesIsDecidedInNoTime() {
    String prose = "The council voted to close the old bridge; traffic goes over the ring road. ";
    String prompt = "Translate into German:\n\n" + prose.repeat(10_240 / prose.length() + 1);
    Routes routes =
        new Routes()
            .model(Samples.priced("small", "0.1", "0.4"), Samples.priced("large", "3", "15"))
            .task("translate", Objective.CHEAP, Bounds.NONE, "small", "large")
            .rule("default", new Condition.InputTokens(NumberRange.parse(">60000").value().get()))
            .rule("default", Routes.word("bullet points"))
            .rule("default", Routes.word("/prove|(why|how come) .{0,40}\\?/i"))
            .rule("default", new Condition.HasCode(true))
            .rule("default", new Condition.InLanguage(List.of(Language.FR)))
            .auto();
    long[] nanos = new long[TIMES];
    for (int i = 0; i < TIMES; i++) {
      long before = THREAD.getCurrentThreadCpuTime();
      Decision decision = routes.decide(prompt);
      nanos[i] = THREAD.getCurrentThreadCpuTime() - before;
      assertEquals("translate", decision.task().orElseThrow());
    }
    long[] warm = Arrays.copyOfRange(nanos, TIMES / 2, TIMES);
    Arrays.sort(warm);
    System.out.printf(
        Locale.ROOT,
        "a decision about 10 kB: median %.2f ms of processor time, first %.1f ms (weights read)%n",
        warm[warm.length / 2] / 1e6,
        nanos[0] / 1e6);
    assertTrue(warm[warm.length / 2] < 50_000_000L, "median: " + warm[warm.length / 2] + " ns");
  }
}
