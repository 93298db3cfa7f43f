package dev.medley.endpoint;

import com.openai.azure.AzureUrlPathMode;
import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientImpl;
import com.openai.core.ClientOptions;
import com.openai.core.JsonValue;
import com.openai.core.LogLevel;
import com.openai.core.RequestOptions;
import com.openai.core.Timeout;
import com.openai.core.http.HttpResponse;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import dev.medley.chat.Network;
import dev.medley.chat.Provider;
import dev.medley.chat.Timeouts;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * openai-java, set up to do what we need of it and nothing else: it builds the request,
 * authenticates and speaks HTTP through one connection pool. Retries, logging, telemetry and
 * redirects are off; the answer's bytes are read by us.
 */
final class Transport {
  /** Stands in where the SDK insists on a key; never sent. */
  private static final String NO_KEY = "none";

  /** How long it may take to open a connection that nothing is sent over yet. */
  private static final Duration GREETING = Duration.ofSeconds(3);

  /** More keys and addresses than one command uses. */
  private static final int MOST_CLIENTS = 64;

  /** Not to be printed: it holds the key. */
  private record Access(Provider provider, String key) {
    /** Written out, as is that of {@link dev.medley.chat.ModelRef}. */
    @Override
    public int hashCode() {
      return 31 * provider.baseUrl().hashCode() + key.hashCode();
    }
  }

  private final String userAgent;
  private final Connections connections;
  private final OpenAIClient client;
  private final Map<Access, OpenAIClient> clients = new ConcurrentHashMap<>();
  private final LazyTls tls;
  private final ThreadLocal<InFlight> current = new ThreadLocal<>();

  Transport(String userAgent, Network network) {
    this(userAgent, network, chain -> chain.proceed(chain.request()));
  }

  /**
   * @param first sees each request before anything else does, and may answer it
   */
  Transport(String userAgent, Network network, Interceptor first) {
    this.userAgent = userAgent;
    tls = new LazyTls(network.trusted());
    connections = new Connections(settings(network, first), current::get);
    client = new OpenAIClientImpl(options());
  }

  /** Only the bound on connecting is OkHttp's; the others are the {@link Watchdog}'s. */
  private OkHttpClient settings(Network network, Interceptor first) {
    ProxyLogin login = new ProxyLogin(network.proxies());
    return new OkHttpClient.Builder()
        .followRedirects(false)
        .followSslRedirects(false)
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO)
        .sslSocketFactory(tls, tls.trust())
        .proxySelector(new ProxyRoute(network.proxies()))
        .proxyAuthenticator(login)
        .addNetworkInterceptor(login)
        .addInterceptor(first)
        .addInterceptor(new Redirects())
        .addInterceptor(new ErrorAnswers(current::get))
        .build();
  }

  private ClientOptions options() {
    return ClientOptions.builder()
        .httpClient(new OkHttpWire(connections))
        .apiKey(NO_KEY)
        .jsonMapper(BodyWriter.mapper())
        .checkJacksonVersionCompatibility(false)
        .maxRetries(0)
        .logLevel(LogLevel.OFF)
        .disableTelemetry(true)
        .responseValidation(false)
        // The base URL is whole as it is, see Addressing: the SDK must not rewrite it by its host.
        .azureUrlPathMode(AzureUrlPathMode.UNIFIED)
        .replaceHeaders("User-Agent", userAgent)
        .build();
  }

  /**
   * Sends a chat completion request and waits for the head of the answer. Closing its body closes
   * the connection.
   *
   * @param key empty: no Authorization header
   * @throws RuntimeException whatever the SDK throws; {@code request} then knows more
   */
  InputStream post(
      Provider provider, String key, Posting posting, Timeouts timeouts, InFlight request) {
    ChatCompletionCreateParams.Builder params =
        ChatCompletionCreateParams.builder().model("").messages(List.of());
    posting
        .body()
        .properties()
        .forEach(
            field ->
                params.putAdditionalBodyProperty(
                    field.getKey(), JsonValue.fromJsonNode(field.getValue())));
    // What createStreaming would add besides, by way of its own slow mapper, is in the body
    // already.
    if (posting.stream()) {
      params.putAdditionalHeader("Accept", "text/event-stream");
    }
    posting.idempotencyKey().ifPresent(id -> params.putAdditionalHeader(IdempotencyKey.HEADER, id));
    if (provider.baseUrl().getScheme().equals("https")) {
      tls.loadAhead();
    }
    var completions = clientFor(provider, key).chat().completions().withRawResponse();
    current.set(request);
    try {
      return bodyOf(completions.create(params.build(), options(timeouts)));
    } finally {
      current.remove();
    }
  }

  /** Asks for the list of models, as {@link #post} does for a completion. */
  InputStream models(Provider provider, String key, Timeouts timeouts, InFlight request) {
    current.set(request);
    try {
      return bodyOf(clientFor(provider, key).models().withRawResponse().list(options(timeouts)));
    } finally {
      current.remove();
    }
  }

  /**
   * Opens a connection and keeps it, by asking for the head of the base URL: it carries no key and
   * no configured header, costs nothing, and whatever is answered will do.
   */
  void greet(URI base, InFlight request) throws IOException {
    Request head =
        new Request.Builder().url(base.toString()).head().header("User-Agent", userAgent).build();
    current.set(request);
    try {
      Call call = connections.call(head, Connections.CONNECT);
      call.timeout().timeout(GREETING.toMillis(), TimeUnit.MILLISECONDS);
      Response response = call.execute();
      response.close();
      if (mayHaveABody(response)) {
        connections.closeIdle();
      }
    } finally {
      current.remove();
    }
  }

  /**
   * Some servers answer HEAD with the body of a GET, and the next answer on that connection would
   * begin with it. HTTP/2 knows what belongs to what.
   */
  private static boolean mayHaveABody(Response response) {
    return response.protocol() == Protocol.HTTP_1_1
        && (response.header("Transfer-Encoding") != null
            || !response.header("Content-Length", "0").equals("0"));
  }

  /**
   * Fetches an address by itself, without a key.
   *
   * @throws IOException also for a status that is no success; {@code request} then knows it
   */
  InputStream get(URI url, InFlight request) throws IOException {
    Request wanted =
        new Request.Builder().url(url.toString()).header("User-Agent", userAgent).build();
    current.set(request);
    try {
      Response response = connections.call(wanted, Connections.CONNECT).execute();
      if (!response.isSuccessful()) {
        response.close();
        throw new IOException("status " + response.code());
      }
      return response.body().byteStream();
    } finally {
      current.remove();
    }
  }

  private static InputStream bodyOf(HttpResponse response) {
    return new FilterInputStream(response.body()) {
      @Override
      public void close() {
        response.close();
      }
    };
  }

  private OpenAIClient clientFor(Provider provider, String key) {
    if (clients.size() >= MOST_CLIENTS) {
      clients.clear();
    }
    return clients.computeIfAbsent(new Access(provider, key), this::clientFor);
  }

  private OpenAIClient clientFor(Access access) {
    Provider provider = access.provider();
    String key = access.key();
    return client.withOptions(
        options -> {
          options.baseUrl(provider.baseUrl().toString());
          Optional<String> keyHeader = provider.addressing().keyHeader();
          if (key.isEmpty() || keyHeader.isPresent() || authorizes(provider)) {
            options.removeHeaders("Authorization");
          } else {
            options.apiKey(key);
          }
          keyHeader.filter(name -> !key.isEmpty()).ifPresent(n -> options.replaceHeaders(n, key));
          provider.headers().forEach(options::replaceHeaders);
        });
  }

  /** Whether a header of that name is configured, which then stands instead of the key. */
  private static boolean authorizes(Provider provider) {
    return provider.headers().keySet().stream().anyMatch("Authorization"::equalsIgnoreCase);
  }

  private static RequestOptions options(Timeouts timeouts) {
    return RequestOptions.builder()
        .timeout(Timeout.builder().connect(timeouts.connect()).build())
        .build();
  }
}
