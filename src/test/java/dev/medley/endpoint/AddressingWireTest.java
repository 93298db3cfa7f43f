package dev.medley.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.LoopbackModel;
import dev.medley.LoopbackModel.Request;
import dev.medley.LoopbackProxy;
import dev.medley.chat.Addressing;
import dev.medley.chat.Cancellation;
import dev.medley.chat.ChatModel;
import dev.medley.chat.Network;
import dev.medley.chat.Prompt;
import dev.medley.chat.Proxies;
import dev.medley.chat.ProxyExceptions;
import dev.medley.chat.ProxyServer;
import dev.medley.chat.ReplyListener;
import dev.medley.chat.RequestPreview;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What goes on the wire to Azure and what is addressed like it; the preview says the same. */
class AddressingWireTest {
  private static final Optional<String> VERSION = Optional.of("2024-10-21");

  /** The request to a host that only the proxy knows. */
  private static Request sent(String host, String path, Addressing addressing) throws Exception {
    try (LoopbackModel server = LoopbackModel.http();
        LoopbackProxy proxy = LoopbackProxy.open()) {
      ProxyServer way =
          new ProxyServer(ProxyServer.Kind.HTTP, "127.0.0.1", proxy.port(), Optional.empty());
      Network network = new Network(Proxies.all(way, ProxyExceptions.NONE), List.of());
      URI url = server.url("http://" + host, path);
      ChatModel model = Asked.model(network, url, addressing);
      assertEquals(
          "Hi",
          Asked.line(model.send(Prompt.of("hello"), ReplyListener.SILENT, new Cancellation())));
      Request request = server.requests().get(0);
      RequestPreview preview = model.preview(Prompt.of("hello"));
      assertEquals(preview.url(), URI.create(request.target()).toString());
      return new Request(
          request.target().replace("http://" + host + ":" + server.port(), ""), request.headers());
    }
  }

  @Test
  void theHostsOfAzureTakeTheKeyInApiKey() throws Exception {
    Request request = sent("x.openai.azure.com", "/openai/v1", Addressing.PLAIN);
    assertEquals("/openai/v1/chat/completions", request.target());
    assertEquals(List.of("sk-lab"), request.header("api-key"));
    assertEquals(List.of(), request.header("Authorization"));
  }

  @Test
  void theClassicFormNamesDeploymentAndVersion() throws Exception {
    Request request =
        sent("x.openai.azure.com", "", new Addressing(Optional.empty(), VERSION, Optional.of("d")));
    assertEquals("/openai/deployments/d/chat/completions?api-version=2024-10-21", request.target());
    assertEquals(List.of("sk-lab"), request.header("api-key"));
    assertEquals(List.of(), request.header("Authorization"));
  }

  @Test
  void aGatewayCanBeToldToDoTheSame() throws Exception {
    Addressing azure = new Addressing(Optional.of("api-key"), VERSION, Optional.of("d"));
    Request request = sent("gateway.test", "/team", azure);
    assertEquals(
        "/team/openai/deployments/d/chat/completions?api-version=2024-10-21", request.target());
    assertEquals(List.of("sk-lab"), request.header("api-key"));
    assertEquals(List.of(), request.header("Authorization"));
  }

  @Test
  void everywhereElseTheKeyIsABearer() throws Exception {
    Request request = sent("api.test", "/v1", Addressing.PLAIN);
    assertEquals("/v1/chat/completions", request.target());
    assertEquals(List.of("Bearer sk-lab"), request.header("Authorization"));
    assertEquals(List.of(), request.header("api-key"));
  }
}
