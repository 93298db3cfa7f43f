package dev.medley.fallback;

import dev.medley.chat.Cancellation.Registration;
import dev.medley.config.Target;
import dev.medley.send.Alarm;
import dev.medley.send.Attempt;
import dev.medley.send.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One turn of a hedged walk: a candidate that says nothing for too long gets the next one beside
 * it, and the first with text wins. Everything here happens on the thread that runs the race; lanes
 * and the alarm only put events into its queue.
 */
final class Race {
  /** How long a connection that is closed may take to say so. */
  private static final long GOODBYE_MILLIS = 500;

  private final Fallback.Plan plan;
  private final Walk walk;
  private final Starter starter;
  private final Alarm alarm;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Floor floor = new Floor(() -> events.add(new Taken()));
  private final List<Lane> running = new ArrayList<>();
  private Registration bell = () -> {};
  private int bells;

  private sealed interface Event {}

  /** Nobody has said anything for as long as the user is patient. */
  private record Silence(int bell) implements Event {}

  /** Somebody has said the first word. */
  private record Taken() implements Event {}

  private record Ended(Lane lane) implements Event {}

  Race(Fallback.Plan plan, Walk walk, Starter starter, Alarm alarm) {
    this.plan = plan;
    this.walk = walk;
    this.starter = starter;
    this.alarm = alarm;
  }

  /** Returns when somebody has decided it: answered, or failed with nobody left beside. */
  void run(Target first) {
    start(first);
    try {
      boolean open = true;
      while (open) {
        open = !decided(events.take());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while models were asked", stopped);
    } finally {
      bell.close();
      running.forEach(Lane::callOff);
    }
    walk.inOrderOfStart();
  }

  private boolean decided(Event event) throws InterruptedException {
    if (event instanceof Ended ended) {
      running.remove(ended.lane());
      return settle(ended.lane());
    }
    if (event instanceof Silence silence) {
      if (silence.bell() == bells) {
        startBeside();
      }
    } else {
      running.stream().filter(floor::has).forEach(lane -> walk.speaks(lane.target()));
      running.stream().filter(lane -> !floor.has(lane)).forEach(Lane::callOff);
    }
    return false;
  }

  private void start(Target target) {
    Lane lane = new Lane(starter.after(walk.waited()), target, floor);
    running.add(lane);
    awaitFirstToken();
    lane.start(plan.retriesOf(walk.lastOneStanding()), ended -> events.add(new Ended(ended)));
  }

  private void startBeside() {
    boolean alone = running.size() == 1 && !plan.retries().deadline().passed();
    if (alone && floor.contest()) {
      walk.next().ifPresentOrElse(this::start, floor::settle);
    }
  }

  private void awaitFirstToken() {
    bell.close();
    int number = ++bells; // one that has rung may be among the events still
    if (running.size() == 1 && floor.free()) {
      Silence silence = new Silence(number);
      bell = alarm.after(plan.hedgeAfter().orElseThrow(), () -> events.add(silence));
    }
  }

  private boolean settle(Lane lane) throws InterruptedException {
    Delivery delivery = lane.delivery();
    boolean spoke = delivery.outcome().answered() ? floor.ask(lane, true) : floor.has(lane);
    if (!spoke && !floor.free()) {
      outrun(delivery);
      return false;
    }
    if (!spoke && !running.isEmpty()) {
      tell(delivery.attempts());
      walk.add(delivery);
      walk.turnFrom(walk.failure());
      floor.settle();
      awaitFirstToken();
      return false;
    }
    waitForTheOthers();
    tell(delivery.attempts());
    walk.add(delivery);
    return true;
  }

  /** Those who were called off are part of the record, with what they are known to have cost. */
  private void waitForTheOthers() throws InterruptedException {
    running.forEach(Lane::callOff);
    while (!running.isEmpty()) {
      Event event = events.poll(GOODBYE_MILLIS, TimeUnit.MILLISECONDS);
      if (event == null) {
        running.forEach(lane -> outrun(walk.unheard(lane.target())));
        running.clear();
      } else if (event instanceof Ended ended) {
        running.remove(ended.lane());
        outrun(ended.lane().delivery());
      }
    }
  }

  private void outrun(Delivery delivery) {
    List<Attempt> attempts = new ArrayList<>(delivery.attempts());
    int last = attempts.size() - 1;
    attempts.set(last, starter.calledOff(attempts.get(last)));
    tell(attempts);
    walk.addCalledOff(attempts);
  }

  private void tell(List<Attempt> attempts) {
    attempts.forEach(starter.listener()::onAttempt);
  }
}
