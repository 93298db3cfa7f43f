package dev.medley.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.LoopbackModel;
import dev.medley.LoopbackProxy;
import dev.medley.chat.Network;
import dev.medley.chat.Proxies;
import dev.medley.chat.ProxyExceptions;
import dev.medley.chat.ProxyServer;
import dev.medley.chat.ProxyServer.Kind;
import dev.medley.chat.ProxyServer.Login;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Through a proxy, over real sockets. The hosts exist only for the proxy. */
class ProxyTest {
  private static final String BASIC = "Basic dXNlcjpwQHNz";
  private static final Optional<Login> LOGIN = Optional.of(new Login("user", "p@ss"));

  @TempDir static Path folder;
  private static Path server;
  private static Path trusted;

  @BeforeAll
  static void certificate() {
    Certificates certificates = new Certificates(folder);
    server = certificates.selfSigned("server", "CN=lab", "-ext", "san=dns:models.example");
    trusted = certificates.pem(server);
  }

  private static Network by(int port, Optional<Login> login, String... except) {
    ProxyServer proxy = new ProxyServer(Kind.HTTP, "127.0.0.1", port, login);
    return new Network(
        Proxies.all(proxy, new ProxyExceptions(List.of(except), false)), List.of(trusted));
  }

  @Test
  void httpIsAskedOfTheProxyWithTheLogin() throws Exception {
    try (LoopbackModel model = LoopbackModel.http();
        LoopbackProxy proxy = LoopbackProxy.wanting(BASIC)) {
      assertEquals(
          "Hi", Asked.over(by(proxy.port(), LOGIN), model.url("http://models.example", "/v1")));
      assertEquals(1, proxy.heads().size());
      String head = proxy.heads().get(0);
      assertTrue(
          head.startsWith(
              "POST http://models.example:" + model.port() + "/v1/chat/completions HTTP/1.1"),
          head);
    }
  }

  @Test
  void httpsGoesThroughATunnelAndTheServerNeverSeesTheLogin() throws Exception {
    try (LoopbackModel model = LoopbackModel.https(Certificates.server(server));
        LoopbackProxy proxy = LoopbackProxy.wanting(BASIC)) {
      assertEquals(
          "Hi", Asked.over(by(proxy.port(), LOGIN), model.url("https://models.example", "/v1")));
      assertEquals(1, proxy.heads().size());
      String head = proxy.heads().get(0);
      assertTrue(head.startsWith("CONNECT models.example:" + model.port() + " HTTP/1.1"), head);
      assertFalse(head.contains("sk-lab"), head);
      assertEquals(List.of(), model.requests().get(0).header("Proxy-Authorization"));
      assertEquals(List.of("Bearer sk-lab"), model.requests().get(0).header("Authorization"));
    }
  }

  @Test
  void exceptionsAreReachedWithout() throws Exception {
    try (LoopbackModel model = LoopbackModel.http();
        LoopbackProxy proxy = LoopbackProxy.open()) {
      Network network = by(proxy.port(), LOGIN, "localhost:" + model.port());
      assertEquals("Hi", Asked.over(network, model.url("http://localhost", "/v1")));
      assertEquals(List.of(), proxy.heads());
      assertEquals(List.of(), model.requests().get(0).header("Proxy-Authorization"));
    }
  }

  @Test
  void aMissingLoginIsAskedFor() throws Exception {
    for (String scheme : List.of("http", "https")) {
      try (LoopbackProxy proxy = LoopbackProxy.wanting(BASIC)) {
        assertEquals(
            "network: 407: the proxy 127.0.0.1:P wants a name and a password"
                + " | write them into its URL: http://NAME:PASSWORD@127.0.0.1:P",
            refused(scheme, proxy, Optional.empty()),
            scheme);
      }
    }
  }

  @Test
  void aWrongLoginIsSaidToBeWrongAndShownOnlyOnce() throws Exception {
    for (String scheme : List.of("http", "https")) {
      try (LoopbackProxy proxy = LoopbackProxy.wanting("Basic other")) {
        assertEquals(
            "network: 407: the proxy 127.0.0.1:P does not take the name and password"
                + " | check both; write special characters as %40, %3A, …",
            refused(scheme, proxy, LOGIN), scheme);
        assertEquals(1, proxy.heads().size(), scheme);
      }
    }
  }

  @Test
  void aLoginThatWeCannotGiveIsNamed() throws Exception {
    String digest = "407 Proxy Authentication Required\r\nProxy-Authenticate: Negotiate";
    try (LoopbackProxy proxy = LoopbackProxy.refusing(digest)) {
      String line = refused("https", proxy, LOGIN);
      assertTrue(
          line.contains("wants a name and a password by Negotiate, which medley does not speak"),
          line);
    }
  }

  @Test
  void aRefusedTunnelIsNamedWithItsStatus() throws Exception {
    try (LoopbackProxy proxy = LoopbackProxy.refusing("403 Forbidden")) {
      assertEquals(
          "network: the proxy 127.0.0.1:P refuses to connect to models.example: status 403"
              + " | ask whoever runs the proxy, or go without it: NO_PROXY, --proxy none",
          refused("https", proxy, LOGIN));
    }
  }

  @Test
  void aProxyThatHangsUpIsNamed() throws Exception {
    try (LoopbackProxy proxy = LoopbackProxy.refusing("nothing")) {
      String line = refused("https", proxy, LOGIN);
      assertTrue(
          line.startsWith(
              "network: the proxy 127.0.0.1:P gives no connection to models.example: it was closed"),
          line);
    }
  }

  @Test
  void aProxyThatNeverAnswersIsGivenTheTimeToConnect() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String line =
          Asked.over(by(silent.getLocalPort(), LOGIN), URI.create("https://models.example/v1"));
      assertEquals(
          "timeout_connect: the proxy 127.0.0.1:P gave no connection within 1 s"
              + " | check --proxy, network.proxy and HTTPS_PROXY, or raise --connect-timeout",
          line.replace(":" + silent.getLocalPort(), ":P"));
    }
  }

  @Test
  void aProxyThatIsNotThereIsNamed() throws Exception {
    int port;
    try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = once.getLocalPort();
    }
    for (String scheme : List.of("http", "https")) {
      String line = Asked.over(by(port, LOGIN), URI.create(scheme + "://models.example/v1"));
      assertEquals(
          "network: cannot connect to the proxy 127.0.0.1:"
              + port
              + ": Connection refused"
              + " | check --proxy, network.proxy and HTTPS_PROXY; --proxy none goes without",
          line);
    }
  }

  @Test
  void aProxyWhoseNameNobodyKnowsIsNamed() {
    ProxyServer proxy = new ProxyServer(Kind.HTTP, "proxy.invalid", 3128, Optional.empty());
    Network network = new Network(Proxies.all(proxy, ProxyExceptions.LOOPBACK), List.of());
    assertEquals(
        "network: no such host: the proxy proxy.invalid:3128"
            + " | check --proxy, network.proxy and HTTPS_PROXY",
        Asked.over(network, URI.create("https://models.example/v1")));
  }

  private static String refused(String scheme, LoopbackProxy proxy, Optional<Login> login) {
    return Asked.over(by(proxy.port(), login), URI.create(scheme + "://models.example/v1"))
        .replace(":" + proxy.port(), ":P");
  }
}
