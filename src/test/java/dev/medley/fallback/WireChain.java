package dev.medley.fallback;

import dev.medley.LoopbackServer;
import dev.medley.NoSleep;
import dev.medley.Samples;
import dev.medley.WireScript;
import dev.medley.chat.Cancellation;
import dev.medley.chat.ChatModel;
import dev.medley.chat.Clock;
import dev.medley.chat.Dialect;
import dev.medley.chat.Prompt;
import dev.medley.chat.Provider;
import dev.medley.chat.Timeouts;
import dev.medley.config.Target;
import dev.medley.config.Triggers;
import dev.medley.endpoint.Endpoints;
import dev.medley.send.Alarm;
import dev.medley.send.Deadline;
import dev.medley.send.Delivery;
import dev.medley.send.RetryPolicy;
import dev.medley.send.SendListener;
import dev.medley.send.Sender;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A chain over real HTTP: each model a loopback server of its own that says raw bytes. */
final class WireChain implements AutoCloseable {
  private static final Endpoints ENDPOINTS = new Endpoints("test", Clock.SYSTEM);

  /** Bounds that a broken test runs into, and no other. */
  private static final Timeouts PATIENT = bounds(Duration.ofSeconds(10));

  private static final Timeouts SHORT = bounds(Duration.ofMillis(250));

  final NoSleep sleep = new NoSleep();
  final StringBuffer said = new StringBuffer();
  final List<String> notices = new ArrayList<>();
  private final Map<String, LoopbackServer> servers = new LinkedHashMap<>();
  private final Map<String, Timeouts> bounds = new LinkedHashMap<>();
  private final List<Target> targets = new ArrayList<>();
  private Optional<Duration> hedgeAfter = Optional.empty();
  private Deadline deadline = Deadline.NONE;
  private boolean held;

  private static Timeouts bounds(Duration silence) {
    return new Timeouts(Duration.ofSeconds(10), silence, silence, Duration.ofSeconds(20));
  }

  /** What a first request loads must not count against anybody's bounds. */
  static void warmUp() {
    try (WireChain chain = new WireChain().model("warm", WireScript.nothing())) {
      chain.run();
    }
  }

  WireChain model(String id, WireScript... scripts) {
    servers.put(id, LoopbackServer.running(scripts));
    bounds.put(id, PATIENT);
    targets.add(Samples.priced(id, "1", "1"));
    return this;
  }

  /** One whose silence is not borne for long. */
  WireChain silent(String id, WireScript... scripts) {
    model(id, scripts);
    bounds.put(id, SHORT);
    return this;
  }

  WireChain held() {
    held = true;
    return this;
  }

  WireChain hedgedAfter(Duration delay) {
    hedgeAfter = Optional.of(delay);
    return this;
  }

  WireChain within(Duration length) {
    deadline = Deadline.in(length, Clock.SYSTEM, Alarm.SYSTEM);
    return this;
  }

  LoopbackServer server(String id) {
    return servers.get(id);
  }

  /** How many requests each model got, in order. */
  List<Integer> requests() {
    return servers.values().stream().map(server -> server.requests().size()).toList();
  }

  /** The idempotency keys that a model was sent. */
  List<String> keys(String id) {
    return servers.get(id).requests().stream()
        .map(request -> request.header("idempotency-key").orElse("none"))
        .toList();
  }

  Delivery run() {
    RetryPolicy retries = new RetryPolicy(2, RetryPolicy.LONGEST_WAIT, held, deadline);
    Fallback.Plan plan =
        new Fallback.Plan(
            new Fallback.Candidates(targets, List.of(), List.of()),
            Triggers.DEFAULT,
            Optional.empty(),
            retries,
            false,
            hedgeAfter);
    Sender sender = new Sender(this::open, sleep, () -> 0.5);
    return new Fallback(sender, Clock.SYSTEM, Cooldown.NONE, Alarm.SYSTEM)
        .run(plan, Prompt.of("Why is the sky blue?"), ear(), new Cancellation());
  }

  private ChatModel open(Target target) {
    String id = target.ref().id();
    Provider provider =
        new Provider("lab", server(id).url("/v1"), Optional.empty(), Map.of(), Dialect.PLAIN);
    return ENDPOINTS.model(provider, id, bounds.get(id));
  }

  private SendListener ear() {
    return new SendListener() {
      @Override
      public void onText(String piece) {
        said.append(piece);
      }

      @Override
      public void onNotice(String notice) {
        notices.add(notice);
      }
    };
  }

  @Override
  public void close() {
    for (LoopbackServer server : servers.values()) {
      try {
        server.close();
      } catch (IOException gone) {
        throw new AssertionError(gone);
      }
    }
  }
}
