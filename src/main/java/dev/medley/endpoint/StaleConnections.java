package dev.medley.endpoint;

import java.io.IOException;
import java.util.function.Supplier;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * A server may close a kept connection just when the next request goes out on it. That request has
 * not failed: it is sent once more, on a new connection. A connection that was opened for the
 * request itself gets no second chance here, because the server may have begun to answer.
 */
final class StaleConnections implements Interceptor {
  private final ConnectionPool pool;
  private final Supplier<InFlight> request;

  StaleConnections(ConnectionPool pool, Supplier<InFlight> request) {
    this.pool = pool;
    this.request = request;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    try {
      return chain.proceed(chain.request());
    } catch (IOException broken) {
      InFlight inFlight = request.get();
      if (inFlight.opened() || inFlight.stoppedBy().isPresent()) {
        throw broken;
      }
      pool.evictAll();
      return chain.proceed(chain.request());
    }
  }
}
