package dev.medley.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Finds the page of a request; the one place where errors become answers. */
final class Router implements HttpHandler {
  private static final String HELLO =
      """
      medley demo: an OpenAI-compatible server of simulated models.
      POST /v1/chat/completions   GET /v1/models
      """;

  private final AtomicLong requests = new AtomicLong();
  private final Map<String, Route> routes;

  Router(ChatPage chat) {
    Route completions = new Route("POST", chat::answer);
    Route models = new Route("GET", exchange -> exchange.json(200, ModelsPage.list()));
    this.routes =
        Map.of(
            "/", new Route("GET", exchange -> exchange.text(HELLO)),
            "/v1/chat/completions", completions,
            "/chat/completions", completions,
            "/v1/models", models,
            "/models", models);
  }

  @Override
  public void handle(HttpExchange http) throws IOException {
    Exchange exchange = new Exchange(http, requests.incrementAndGet());
    try (http) {
      try {
        route(exchange).page().answer(exchange);
      } catch (ApiError e) {
        e.headers().forEach(exchange::header);
        exchange.json(e.status(), e.body());
      }
    } catch (InterruptedException e) {
      // The server closes and has closed the connection.
      Thread.currentThread().interrupt();
    }
  }

  private Route route(Exchange exchange) throws ApiError {
    Route route = routes.get(exchange.path());
    if (route == null) {
      throw ApiError.noSuchPath(exchange.path());
    }
    if (!exchange.asks(route.method())) {
      throw ApiError.wrongMethod(exchange.method(), route.method());
    }
    if (exchange.keyIsWrong()) {
      throw ApiError.wrongKey();
    }
    return route;
  }

  private record Route(String method, Page page) {}

  /** What answers at a path. */
  @FunctionalInterface
  private interface Page {
    void answer(Exchange exchange) throws ApiError, IOException, InterruptedException;
  }
}
