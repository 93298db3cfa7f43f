package dev.medley.endpoint;

import com.openai.core.RequestOptions;
import com.openai.core.Timeout;
import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpRequestBody;
import com.openai.core.http.HttpResponse;
import com.openai.core.http.QueryParams;
import com.openai.errors.OpenAIIoException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * Carries the SDK's requests over OkHttp. The SDK has such a carrier of its own; that one builds a
 * client, a URL and a media type anew for every request, and adds headers that we do not want.
 */
final class OkHttpWire implements HttpClient {
  private record Address(String base, List<String> path, QueryParams query) {
    /** Written out, as is that of {@link dev.medley.chat.ModelRef}. */
    @Override
    public int hashCode() {
      return 31 * base.hashCode() + path.hashCode();
    }
  }

  private final Connections connections;
  private final Map<Address, HttpUrl> urls = new ConcurrentHashMap<>();
  private final Map<String, MediaType> types = new ConcurrentHashMap<>();

  OkHttpWire(Connections connections) {
    this.connections = connections;
  }

  @Override
  public HttpResponse execute(HttpRequest request, RequestOptions options) {
    Timeout timeout = options.getTimeout();
    Duration connect = timeout == null ? Connections.CONNECT : timeout.connect();
    try {
      return new OkHttpAnswer(connections.call(of(request), connect).execute());
    } catch (IOException failed) {
      throw new OpenAIIoException("Request failed", failed);
    }
  }

  private Request of(HttpRequest request) {
    HttpRequestBody body = request.body();
    Request.Builder built =
        new Request.Builder()
            .url(url(request))
            .method(request.method().name(), body == null ? null : body(body));
    for (String name : request.headers().names()) {
      request.headers().values(name).forEach(value -> built.addHeader(name, value));
    }
    return built.build();
  }

  private HttpUrl url(HttpRequest request) {
    return urls.computeIfAbsent(
        new Address(request.baseUrl(), request.pathSegments(), request.queryParams()),
        OkHttpWire::url);
  }

  private static HttpUrl url(Address address) {
    HttpUrl.Builder url = HttpUrl.get(address.base()).newBuilder();
    address.path().forEach(url::addPathSegment);
    for (String name : address.query().keys()) {
      address.query().values(name).forEach(value -> url.addQueryParameter(name, value));
    }
    return url.build();
  }

  private RequestBody body(HttpRequestBody body) {
    String type = body.contentType();
    MediaType known = type == null ? null : types.computeIfAbsent(type, MediaType::get);
    return new RequestBody() {
      @Override
      public MediaType contentType() {
        return known;
      }

      @Override
      public long contentLength() {
        return body.contentLength();
      }

      @Override
      public boolean isOneShot() {
        return !body.repeatable();
      }

      @Override
      public void writeTo(BufferedSink sink) {
        body.writeTo(sink.outputStream());
      }
    };
  }

  /** Not used: whoever waits for an answer has a thread for that. */
  @Override
  public CompletableFuture<HttpResponse> executeAsync(HttpRequest request, RequestOptions options) {
    return CompletableFuture.failedFuture(new UnsupportedOperationException());
  }

  @Override
  public void close() {
    // The connections close when nobody has used them for a while.
  }
}
