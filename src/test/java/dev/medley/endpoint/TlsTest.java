package dev.medley.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.LoopbackModel;
import dev.medley.chat.Cancellation;
import dev.medley.chat.Clock;
import dev.medley.chat.Dialect;
import dev.medley.chat.ModelLister;
import dev.medley.chat.ModelListing;
import dev.medley.chat.Network;
import dev.medley.chat.Provider;
import dev.medley.chat.Proxies;
import dev.medley.chat.Timeouts;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers of https on loopback, good ones and others. */
class TlsTest {
  private static final String LOCALHOST = "san=dns:localhost";

  @TempDir static Path folder;
  private static Certificates certificates;
  private static Path issuer;
  private static Path server;

  @BeforeAll
  static void certificates() {
    certificates = new Certificates(folder);
    issuer = certificates.selfSigned("issuer", "CN=Acme Root,O=Acme Corp", "-ext", "bc:c");
    server = certificates.selfSigned("server", "CN=lab");
    certificates.sign(server, issuer, "-ext", LOCALHOST);
  }

  private static String ask(Path store, Path... trusted) throws Exception {
    try (LoopbackModel model = LoopbackModel.https(Certificates.server(store))) {
      return ask(model.url("https://localhost", "/v1"), trusted);
    }
  }

  private static String ask(URI url, Path... trusted) {
    return Asked.over(new Network(Proxies.NONE, List.of(trusted)), url)
        .replace(":" + url.getPort(), ":P");
  }

  @Test
  void aCertificateOfATrustedIssuerIsTaken() throws Exception {
    Path bundle = folder.resolve("bundle.pem");
    Path other = certificates.pem(certificates.selfSigned("other", "CN=Other"));
    String text = "# Other\n" + Files.readString(other) + "\n# Acme\n";
    Files.writeString(bundle, text + Files.readString(certificates.pem(issuer)));
    assertEquals("Hi", ask(server, bundle));
  }

  @Test
  void theWayNamesTheIssuer() throws Exception {
    Network network = new Network(Proxies.NONE, List.of(certificates.pem(issuer)));
    try (LoopbackModel model = LoopbackModel.https(Certificates.server(server))) {
      Provider provider =
          new Provider(
              "lab",
              model.url("https://localhost", "/v1"),
              Optional.empty(),
              Map.of(),
              Dialect.PLAIN);
      ModelLister lister = new Endpoints("test", Clock.SYSTEM, network).lister(Timeouts.DEFAULT);
      assertEquals(
          List.of("TLSv1.3, issued by CN=Acme Root, O=Acme Corp"),
          lister.list(provider, new Cancellation()).journey().steps().stream()
              .filter(step -> step.stage() == ModelListing.Stage.TLS)
              .map(ModelListing.Step::finding)
              .toList());
    }
  }

  @Test
  void theIssuerThatIsNotTrustedIsNamed() throws Exception {
    assertEquals(
        "tls: TLS with localhost:P failed: its certificate is signed by an issuer that is not"
            + " trusted: Acme Root, Acme Corp (self-signed) | if you trust it, save that issuer's"
            + " certificate as PEM and name it: --cacert FILE (or network.cacert)",
        ask(server));
  }

  @Test
  void theDateOfExpiryIsNamed() throws Exception {
    Path old = certificates.selfSigned("old", "CN=old");
    String[] dates = {"-startdate", "2020/01/02 12:00:00", "-validity", "30"};
    certificates.sign(old, issuer, "-ext", LOCALHOST, dates[0], dates[1], dates[2], dates[3]);
    assertEquals(
        "tls: TLS with localhost:P failed: the certificate of old expired on 2020-02-01"
            + " | the server needs a new certificate; check this machine's clock too",
        ask(old, certificates.pem(issuer)));
  }

  @Test
  void theNamesOfAnotherHostAreNamed() throws Exception {
    Path elsewhere =
        certificates.selfSigned("elsewhere", "CN=x", "-ext", "san=dns:a.example,dns:b.example");
    assertEquals(
        "tls: TLS with localhost:P failed: its certificate is for another host: a.example,"
            + " b.example | use one of the certificate's names in base_url, or check for a proxy"
            + " between",
        ask(elsewhere, certificates.pem(elsewhere)));
  }

  @Test
  void whatAnswersInHttpIsNoServerOfHttps() throws Exception {
    assertEquals(
        "tls: TLS with localhost:P failed: it does not speak TLS"
            + " | write http:// instead of https://",
        answered("HTTP/1.1 400 Bad Request\r\n\r\n"));
  }

  @Test
  void noVersionInCommon() throws Exception {
    assertEquals(
        "tls: TLS with localhost:P failed: no TLS version in common"
            + " | the server must offer TLS 1.2 or 1.3; is a proxy between?",
        answered("\u0015\u0003\u0003\u0000\u0002\u0002\u0046"));
  }

  @Test
  void aServerThatHangsUp() throws Exception {
    assertEquals(
        "tls: TLS with localhost:P failed: it hung up in the handshake"
            + " | check the scheme and the port; is a proxy or a firewall between?",
        answered(""));
  }

  @Test
  void aServerThatWaitsForMoreIsGivenTheTimeToConnect() throws Exception {
    try (LoopbackModel model = LoopbackModel.http()) {
      assertEquals(
          "timeout_connect: the server began no TLS within 1 s"
              + " | is it https at all? check the scheme and port, or raise --connect-timeout",
          ask(model.url("https://localhost", "/v1")));
    }
  }

  @Test
  void aServerOfHttpsAskedInHttpIsSaidToSpeakTls() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      answering(socket, "\u0015\u0003\u0003\u0000\u0002\u0002\u0046");
      assertEquals(
          "tls: localhost:P speaks TLS, and was asked without | write https:// instead of http://",
          ask(URI.create("http://localhost:" + socket.getLocalPort() + "/v1")));
    }
  }

  /** What is said of a server of https that answers the first bytes with these, and hangs up. */
  private static String answered(String bytes) throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      answering(socket, bytes);
      return ask(URI.create("https://localhost:" + socket.getLocalPort() + "/v1"));
    }
  }

  private static void answering(ServerSocket socket, String bytes) {
    Thread thread =
        new Thread(
            () -> {
              while (!socket.isClosed()) {
                try (Socket client = socket.accept()) {
                  client.getInputStream().read(new byte[65536]);
                  client.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
                } catch (IOException over) {
                  // Closed by the test, or by a client that has heard enough.
                }
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Test
  void aFileWithABrokenCertificateIsAConfigurationProblem() throws Exception {
    Path broken = folder.resolve("broken.pem");
    Files.writeString(broken, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    String line = ask(server, broken);
    assertTrue(line.startsWith("config: cannot use the certificates in " + broken), line);
    assertTrue(line.contains("certificate 1 in it is broken"), line);
  }

  @Test
  void plainHttpReadsNoTrustStore() throws Exception {
    try (LoopbackModel model = LoopbackModel.http()) {
      assertEquals("Hi", ask(model.url("http://localhost", "/v1"), folder.resolve("missing.pem")));
    }
  }
}
