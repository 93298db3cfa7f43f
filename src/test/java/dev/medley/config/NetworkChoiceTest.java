package dev.medley.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.chat.Network;
import dev.medley.chat.ProxyServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkChoiceTest {
  private static final String PEM = "-----BEGIN CERTIFICATE-----\n";

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void desk() {
    desk = new Desk(folder);
  }

  private Parsed<Network> network(String proxyFlag, String cacertFlag) {
    Loaded loaded = desk.load();
    assertEquals(List.of(), loaded.problems());
    return new NetworkChoice(desk.environment())
        .of(
            loaded.settings().ways(),
            Optional.ofNullable(proxyFlag),
            Optional.ofNullable(cacertFlag));
  }

  private String way(String flag, String url) {
    return network(flag, null)
        .value()
        .orElseThrow()
        .proxies()
        .to(URI.create(url))
        .map(ProxyServer::describe)
        .orElse("direct");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "http://proxy.test:3128, HTTP, proxy.test, 3128, ",
    "proxy.test:3128, HTTP, proxy.test, 3128, ",
    "proxy.test, HTTP, proxy.test, 80, ",
    "HTTP://proxy.test/, HTTP, proxy.test, 80, ",
    "http://user:p%40ss@proxy.test:1, HTTP, proxy.test, 1, user p@ss",
    "http://user:a@b:c/d@proxy.test:1, HTTP, proxy.test, 1, user a@b:c/d",
    "http://a+b:%2B@proxy.test:1, HTTP, proxy.test, 1, a+b +",
    "user@proxy.test:1, HTTP, proxy.test, 1, 'user '",
    "http://[::1]:3128, HTTP, ::1, 3128, ",
    "socks5://proxy.test, SOCKS, proxy.test, 1080, ",
    "socks5h://proxy.test:9, SOCKS, proxy.test, 9, ",
  })
  void urlsOfProxies(String url, String kind, String host, int port, String login) {
    ProxyServer proxy = ProxyUrl.parse(url).value().orElseThrow();
    assertEquals(
        kind + " " + host + " " + port, proxy.kind() + " " + proxy.host() + " " + proxy.port());
    assertEquals(Optional.ofNullable(login), proxy.login().map(l -> l.name() + " " + l.password()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "https://user:hidden@proxy.test, 'asks for TLS to the proxy itself, which is not supported: write http://'",
    "ftp://hidden@proxy.test, has the scheme ftp; supported are http and socks5",
    "http://user:hidden%zz@proxy.test, has a % in its name or password that is no code; write % as %25",
    "socks5://user:hidden@proxy.test, 'has a name and a password, which only http proxies can be given'",
    "http://user:hidden@proxy.test:99999, has a port that is none: 99999",
    "http://user:hidden@, 'is not the URL of a proxy, such as http://proxy.example:3128'",
    "http://proxy.test/path, 'is not the URL of a proxy, such as http://proxy.example:3128'",
    "'', 'is not the URL of a proxy, such as http://proxy.example:3128'",
  })
  void whatIsNoProxySaysWhyAndRepeatsNothing(String url, String why) {
    assertEquals(Optional.of(why), ProxyUrl.parse(url).reason());
  }

  @Test
  void theFlagOverTheFileOverTheVariables() {
    desk.variable("HTTPS_PROXY", "http://upper.test:1").variable("NO_PROXY", "direct.test");
    assertEquals("upper.test:1", way(null, "https://api.test"));
    assertEquals("direct", way(null, "http://api.test"));
    assertEquals("direct", way(null, "https://direct.test"));
    desk.variable("https_proxy", "http://lower.test:1").variable("ALL_PROXY", "all.test:1");
    assertEquals("lower.test:1", way(null, "https://api.test"));
    assertEquals("all.test:1", way(null, "http://api.test"));
    desk.user("network: {proxy: 'http://file.test:1'}");
    assertEquals("file.test:1", way(null, "http://api.test"));
    assertEquals("direct", way(null, "https://direct.test"));
    desk.user("network: {proxy: 'http://file.test:1', no_proxy: [other.test]}");
    assertEquals("direct", way(null, "https://other.test"));
    assertEquals("file.test:1", way(null, "https://direct.test"));
    assertEquals("direct", way(null, "http://localhost:1"));
    assertEquals("flag.test:80", way("http://flag.test", "http://localhost:1"));
    assertEquals("flag.test:80", way("http://flag.test", "https://direct.test"));
    assertEquals("direct", way("none", "https://api.test"));
    desk.user("network: {proxy: none}");
    assertEquals("direct", way(null, "https://api.test"));
  }

  @Test
  void aWrongVariableIsNamed() {
    desk.variable("HTTPS_PROXY", "https://user:hidden@proxy.test");
    String reason = network(null, null).reason().orElseThrow();
    assertTrue(reason.startsWith("the variable HTTPS_PROXY asks for TLS"), reason);
    assertFalse(reason.contains("hidden"), reason);
    assertEquals("direct", way("none", "https://api.test"));
  }

  @Test
  void wrongValuesInTheFileAreProblemsWithTheirLine() {
    desk.user("network:\n  proxy: http://user:hidden@:1\n  cacert: missing.pem\n");
    assertEquals(
        "USER:2: network.proxy: is not the URL of a proxy, such as http://proxy.example:3128\n"
            + "USER:3: network.cacert: missing.pem does not exist",
        desk.problems());
  }

  @Test
  void aProjectFileMayNotSetTheWay() {
    desk.project("network: {proxy: 'http://evil.test:1'}\n");
    assertTrue(desk.problems().startsWith("PROJECT:1: network: not allowed in a project file"));
    assertEquals(Optional.empty(), desk.load().settings().ways().proxy());
  }

  @Test
  void theShownConfigurationHidesTheLogin() {
    desk.user("network: {proxy: 'http://user:hid/den@proxy.test:1'}");
    String shown = ConfigPrinter.print(desk.load().merged(), false);
    assertTrue(shown.contains("…@proxy.test:1"), shown);
    assertFalse(shown.contains("den") || shown.contains("user:"), shown);
  }

  @Test
  void certificatesOfTheFlagTheFileAndTheVariable() {
    Path beside = desk.userFile().resolveSibling("mine.pem");
    Path flagged = desk.home().resolve("flag.pem");
    Path variable = desk.home().resolve("var.pem");
    desk.write(beside, PEM).write(flagged, PEM).write(variable, PEM);
    desk.user("network: {cacert: mine.pem}").variable("SSL_CERT_FILE", variable.toString());
    assertEquals(List.of(beside, variable), network(null, null).value().orElseThrow().trusted());
    assertEquals(
        List.of(flagged, variable), network(null, "~/flag.pem").value().orElseThrow().trusted());
    desk.variable("SSL_CERT_FILE", "/nowhere.pem");
    assertEquals(List.of(beside), network(null, null).value().orElseThrow().trusted());
  }

  @Test
  void aFileWithoutACertificateIsRefused() {
    desk.write(desk.home().resolve("empty.pem"), "");
    assertEquals(
        "--cacert: ~/empty.pem holds no certificate: no line says -----BEGIN CERTIFICATE-----",
        network(null, "~/empty.pem").reason().orElseThrow());
    assertEquals(
        "--cacert: ~/x.pem does not exist", network(null, "~/x.pem").reason().orElseThrow());
  }
}
