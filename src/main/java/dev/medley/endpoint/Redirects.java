package dev.medley.endpoint;

import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Follows redirects within a host as what they were, a POST with its body. To another host a key
 * would leave with it, so that answer is left as it is and becomes an error that names the new URL.
 * From http to https of the same host name is within the host; the way back is not.
 */
final class Redirects implements Interceptor {
  private static final int MOST = 5;

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Response response = chain.proceed(request);
    for (int i = 0; i < MOST && isRedirect(response.code()); i++) {
      String location = response.header("Location");
      HttpUrl next = location == null ? null : request.url().resolve(location);
      if (next == null || !within(request.url(), next)) {
        return response;
      }
      response.close();
      request = request.newBuilder().url(next).build();
      response = chain.proceed(request);
    }
    return response;
  }

  private static boolean isRedirect(int status) {
    return status == 301 || status == 302 || status == 307 || status == 308;
  }

  private static boolean within(HttpUrl from, HttpUrl to) {
    boolean upgrade = !from.isHttps() && to.isHttps();
    boolean samePort = from.scheme().equals(to.scheme()) && from.port() == to.port();
    return from.host().equals(to.host()) && (samePort || upgrade);
  }
}
