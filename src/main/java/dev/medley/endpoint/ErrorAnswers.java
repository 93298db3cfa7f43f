package dev.medley.endpoint;

import java.io.IOException;
import java.util.function.Supplier;
import okhttp3.Interceptor;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/** Keeps the start of every error body before the SDK, which drops what is not its own JSON. */
final class ErrorAnswers implements Interceptor {
  private static final int KEPT = 64 << 10;
  private final Supplier<InFlight> request;

  ErrorAnswers(Supplier<InFlight> request) {
    this.request = request;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (response.code() >= 300) {
      String body = start(response);
      request
          .get()
          .answeredWithError(new InFlight.ErrorAnswer(response.code(), response.headers(), body));
    }
    return response;
  }

  /** As much of the body as comes, even if the connection then breaks or is closed by us. */
  private static String start(Response response) {
    Buffer kept = new Buffer();
    BufferedSource source = response.body().source().peek();
    try {
      for (long n = 0; n >= 0 && kept.size() < KEPT; ) {
        n = source.read(kept, KEPT - kept.size());
      }
    } catch (IOException cut) {
      // the status and what came of the body say more than this
    }
    return kept.readUtf8();
  }
}
