package dev.medley.endpoint;

import dev.medley.chat.Proxies;
import dev.medley.chat.ProxyServer.Login;
import java.io.IOException;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;

/**
 * Shows the proxy a name and a password, at once and not only when asked: as a CONNECT for https,
 * within the request for http. A proxy that still refuses is an exception, so that its 407 is not
 * taken for the server's.
 */
final class ProxyLogin implements Authenticator, Interceptor {
  private static final String HEADER = "Proxy-Authorization";
  private final Proxies proxies;

  ProxyLogin(Proxies proxies) {
    this.proxies = proxies;
  }

  /** Asked before each CONNECT and again when it was refused. */
  @Override
  public Request authenticate(Route route, Response response) throws IOException {
    Request request = response.request();
    Optional<String> login = login(request.url());
    boolean beforehand =
        response.challenges().stream().anyMatch(c -> c.scheme().equals("OkHttp-Preemptive"));
    if (beforehand) {
      return login.map(value -> request.newBuilder().header(HEADER, value).build()).orElse(null);
    }
    throw ProxyRefused.login(response);
  }

  /** On the way out of a request that the proxy itself reads. */
  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    if (request.isHttps() || !throughHttpProxy(chain)) {
      return chain.proceed(request);
    }
    Request shown =
        login(request.url())
            .map(value -> request.newBuilder().header(HEADER, value).build())
            .orElse(request);
    Response response = chain.proceed(shown);
    if (response.code() == 407) {
      try (response) {
        throw ProxyRefused.login(response.newBuilder().request(shown).build());
      }
    }
    return response;
  }

  private static boolean throughHttpProxy(Chain chain) {
    return chain.connection() != null
        && chain.connection().route().proxy().type() == Proxy.Type.HTTP;
  }

  private Optional<String> login(HttpUrl url) {
    return proxies.to(url.uri()).flatMap(proxy -> proxy.login()).map(ProxyLogin::basic);
  }

  private static String basic(Login login) {
    return Credentials.basic(login.name(), login.password(), StandardCharsets.UTF_8);
  }
}
