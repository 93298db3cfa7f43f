package dev.medley.endpoint;

import java.io.IOException;
import java.util.function.Supplier;
import okhttp3.Interceptor;
import okhttp3.Response;

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
      String body = response.peekBody(KEPT).string();
      request
          .get()
          .answeredWithError(new InFlight.ErrorAnswer(response.code(), response.headers(), body));
    }
    return response;
  }
}
