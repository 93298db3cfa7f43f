package dev.medley.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancellationTest {
  private final Cancellation cancellation = new Cancellation();
  private final List<String> told = new ArrayList<>();

  @Test
  void tellsEverybodyOnceInOrder() {
    cancellation.onCancel(() -> told.add("first"));
    cancellation.onCancel(() -> told.add("second"));
    assertEquals(false, cancellation.isCancelled());
    cancellation.cancel();
    cancellation.cancel();
    assertEquals(true, cancellation.isCancelled());
    assertEquals(List.of("first", "second"), told);
  }

  @Test
  void whoComesLateIsToldAtOnce() {
    cancellation.cancel();
    cancellation.onCancel(() -> told.add("late"));
    assertEquals(List.of("late"), told);
  }

  @Test
  void whoHasLeftIsNotTold() {
    Cancellation.Registration interest = cancellation.onCancel(() -> told.add("gone"));
    interest.close();
    interest.close();
    cancellation.cancel();
    assertEquals(List.of(), told);
  }

  @Test
  void whoRegistersTwiceCanLeaveOnce() {
    Runnable action = () -> told.add("still here");
    Cancellation.Registration once = cancellation.onCancel(action);
    cancellation.onCancel(action);
    once.close();
    cancellation.cancel();
    assertEquals(List.of("still here"), told);
  }

  @Test
  void itMayBeAskedWhileItTells() {
    cancellation.onCancel(() -> told.add("cancelled: " + cancellation.isCancelled()));
    cancellation.onCancel(() -> cancellation.onCancel(() -> told.add("nested")));
    cancellation.cancel();
    assertEquals(List.of("cancelled: true", "nested"), told);
  }
}
