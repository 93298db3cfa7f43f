package dev.medley.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Speaks to a demo server as any program would: over HTTP, with the JDK's own client. */
final class DemoClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;

  DemoClient(DemoServer server) {
    this.base = server.baseUrl();
  }

  static ObjectNode request(String model, String prompt) {
    ObjectNode body = JSON.createObjectNode().put("model", model);
    body.putArray("messages").addObject().put("role", "user").put("content", prompt);
    return body;
  }

  HttpResponse<String> chat(JsonNode body) throws Exception {
    return send(post(body.toString()));
  }

  HttpResponse<InputStream> open(JsonNode body) throws Exception {
    return http.send(post(body.toString()).build(), BodyHandlers.ofInputStream());
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
  }

  HttpRequest.Builder post(String body) {
    return to("/chat/completions").POST(BodyPublishers.ofString(body));
  }

  /** A request to a path under the base URL; a path that starts with two slashes, to the root. */
  HttpRequest.Builder to(String path) {
    return path.startsWith("//")
        ? HttpRequest.newBuilder(base.resolve(path.substring(1)))
        : HttpRequest.newBuilder(URI.create(base + path));
  }

  static JsonNode json(HttpResponse<String> response) throws IOException {
    return JSON.readTree(response.body());
  }

  /** The text of a whole answer. */
  static String content(HttpResponse<String> response) throws IOException {
    return json(response).at("/choices/0/message/content").asText();
  }

  /** The data of each event, the end mark included. */
  static List<String> events(HttpResponse<String> response) {
    return response
        .body()
        .lines()
        .filter(line -> line.startsWith("data: "))
        .map(line -> line.substring("data: ".length()))
        .toList();
  }

  /** All deltas of that name in a stream, joined. */
  static String deltas(HttpResponse<String> response, String name) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String event : events(response)) {
      if (!event.equals("[DONE]")) {
        text.append(JSON.readTree(event).at("/choices/0/delta/" + name).asText(""));
      }
    }
    return text.toString();
  }

  static JsonNode parse(String event) throws IOException {
    return JSON.readTree(event);
  }
}
