package dev.medley.endpoint;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * All connections. For each request OkHttp goes through those of a client, and takes a lock on each
 * of them, so that hundreds of requests at once mostly wait for one another; hence several clients,
 * one more for every {@value #WIDTH} requests that are under way.
 */
final class Connections {
  /** How long it may take to open one when nobody says otherwise. */
  static final Duration CONNECT = Duration.ofSeconds(10);

  private static final int WIDTH = 16;

  private final OkHttpClient settings;
  private final Supplier<InFlight> current;
  private final List<Share> shares = new CopyOnWriteArrayList<>();

  /**
   * @param current what this thread is about to send
   */
  Connections(OkHttpClient settings, Supplier<InFlight> current) {
    this.settings = settings;
    this.current = current;
  }

  /**
   * A call that has to be executed, and the body of its answer closed.
   *
   * @param connect how long it may take to open a connection
   */
  Call call(Request request, Duration connect) {
    return enter().over(connect).newCall(request);
  }

  /** Closes those that are not in use. */
  void closeIdle() {
    shares.forEach(share -> share.client.connectionPool().evictAll());
  }

  private Share enter() {
    for (Share share : shares) {
      if (share.enter()) {
        return share;
      }
    }
    Share more = new Share();
    more.enter();
    shares.add(more);
    return more;
  }

  /** A client with its connections. */
  private final class Share {
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile OkHttpClient client;

    Share() {
      ConnectionPool pool = new ConnectionPool(WIDTH, 1, TimeUnit.MINUTES);
      client =
          settings
              .newBuilder()
              .dispatcher(new Dispatcher())
              .connectionPool(pool)
              .eventListenerFactory(call -> new Progress(current.get(), this::leave))
              .addInterceptor(new StaleConnections(pool, current))
              .build();
    }

    boolean enter() {
      boolean room = underWay.incrementAndGet() <= WIDTH;
      if (!room) {
        leave();
      }
      return room;
    }

    private void leave() {
      underWay.decrementAndGet();
    }

    OkHttpClient over(Duration connect) {
      OkHttpClient usual = client;
      if (usual.connectTimeoutMillis() == connect.toMillis()) {
        return usual;
      }
      OkHttpClient other = usual.newBuilder().connectTimeout(connect).build();
      client = other;
      return other;
    }
  }
}
