package dev.medley.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** One request and its response. */
final class Exchange {
  private static final int LARGEST_BODY = 32 * 1024 * 1024;
  private static final int UNTIL_CLOSED = 0;
  private static final int NO_BODY = -1;

  private final HttpExchange http;
  private final long number;

  Exchange(HttpExchange http, long number) {
    this.http = http;
    this.number = number;
    header("x-request-id", "req_demo_" + number);
  }

  /** Counts the requests of this server from 1. */
  long number() {
    return number;
  }

  String method() {
    return http.getRequestMethod();
  }

  /** Whether this is a request of that method; HEAD is a GET without the body. */
  boolean asks(String method) {
    return method().equals(method) || method().equals("HEAD") && method.equals("GET");
  }

  String path() {
    return http.getRequestURI().getPath();
  }

  /**
   * Any key will do, and none too; {@code wrong} and {@code wrong-…} are there to see a refusal.
   */
  boolean keyIsWrong() {
    String authorization = http.getRequestHeaders().getFirst("Authorization");
    return authorization != null && authorization.strip().matches("(?i)(bearer\\s+)?wrong(-.*)?");
  }

  byte[] body() throws ApiError, IOException {
    byte[] body = http.getRequestBody().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      throw ApiError.tooBig();
    }
    return body;
  }

  /** Closes the connection without a word. */
  void hangUp() {
    http.close();
  }

  void header(String name, String value) {
    http.getResponseHeaders().set(name, value);
  }

  void json(int status, JsonNode body) throws IOException {
    begin(status, "application/json", bytes(body)).write(bytes(body));
  }

  void text(String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    begin(200, "text/plain; charset=utf-8", bytes).write(bytes);
  }

  /** Promises all of the body and sends half of it; the server then closes the connection. */
  void halfOf(JsonNode body) throws IOException {
    byte[] bytes = bytes(body);
    OutputStream out = begin(200, "application/json", bytes);
    out.write(bytes, 0, bytes.length / 2);
    out.flush();
  }

  /** Begins a stream of events, of unknown length. */
  OutputStream events() throws IOException {
    header("Content-Type", "text/event-stream; charset=utf-8");
    header("Cache-Control", "no-cache");
    http.sendResponseHeaders(200, UNTIL_CLOSED);
    return http.getResponseBody();
  }

  private OutputStream begin(int status, String type, byte[] body) throws IOException {
    header("Content-Type", type);
    if (method().equals("HEAD")) {
      http.sendResponseHeaders(status, NO_BODY);
      return OutputStream.nullOutputStream();
    }
    http.sendResponseHeaders(status, body.length);
    return http.getResponseBody();
  }

  private static byte[] bytes(JsonNode body) {
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }
}
