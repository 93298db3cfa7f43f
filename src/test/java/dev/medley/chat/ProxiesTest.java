package dev.medley.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.medley.chat.ProxyServer.Kind;
import dev.medley.chat.ProxyServer.Login;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {
  private static final ProxyServer PROXY =
      new ProxyServer(Kind.HTTP, "p.test", 3128, Optional.of(new Login("user", "secret")));

  @ParameterizedTest(name = "{0} over {1}: {2}")
  @CsvSource({
    "'', https://api.test/v1, proxy",
    "api.test, https://api.test/v1, direct",
    "API.test, https://api.TEST/v1, direct",
    "api.test, https://eu.api.test/v1, direct",
    "api.test, https://otherapi.test/v1, proxy",
    ".test, https://api.test/v1, direct",
    "*.test, https://api.test/v1, direct",
    ".api.test, https://api.test/v1, direct",
    "*, https://api.test/v1, direct",
    "'a.test, b.test', https://b.test/v1, direct",
    "'a.test b.test', https://b.test/v1, direct",
    "api.test:443, https://api.test/v1, direct",
    "api.test:443, https://api.test:8443/v1, proxy",
    "api.test:80, http://api.test/v1, direct",
    "api.test., https://api.test/v1, direct",
    "10.0.0.1, http://10.0.0.1/v1, direct",
    "10.0.0.1, http://1.10.0.0.1.test/v1, proxy",
    "10.0.0.0/8, http://10.200.3.4:8000/v1, direct",
    "10.0.0.0/8, http://11.0.0.1/v1, proxy",
    "192.168.1.128/25, http://192.168.1.129/v1, direct",
    "192.168.1.128/25, http://192.168.1.127/v1, proxy",
    "0.0.0.0/0, http://8.8.8.8/v1, direct",
    "0.0.0.0/0, http://api.test/v1, proxy",
    "10.0.0.7/32, http://10.0.0.7/v1, direct",
    "10.0.0.0/33, http://10.0.0.7/v1, proxy",
    "2001:db8::1, 'http://[2001:db8::1]/v1', direct",
    "[2001:db8::1]:8000, 'http://[2001:db8::1]:8000/v1', direct",
    "[2001:db8::1]:8000, 'http://[2001:db8::1]:9000/v1', proxy",
    "'', http://localhost:11434/v1, direct",
    "'', http://a.localhost/v1, direct",
    "'', http://127.0.0.1:1/v1, direct",
    "'', http://127.8.9.1/v1, direct",
    "'', 'http://[::1]:8080/v1', direct",
    "'', http://127.example/v1, proxy",
    "., https://api.test/v1, proxy",
  })
  void exceptionsAreReachedDirectly(String rules, URI url, String way) {
    Proxies proxies = Proxies.all(PROXY, ProxyExceptions.of(List.of(rules)));
    assertEquals(way, proxies.to(url).isPresent() ? "proxy" : "direct");
  }

  @Test
  void anExpressProxyLeadsToThisMachineToo() {
    Proxies proxies = Proxies.all(PROXY, ProxyExceptions.NONE);
    assertEquals(Optional.of(PROXY), proxies.to(URI.create("http://localhost:11434/v1")));
  }

  @Test
  void httpAndHttpsMayGoDifferentWays() {
    Proxies proxies = new Proxies(Optional.empty(), Optional.of(PROXY), ProxyExceptions.LOOPBACK);
    assertEquals(Optional.of(PROXY), proxies.to(URI.create("https://api.test/v1")));
    assertEquals(Optional.empty(), proxies.to(URI.create("http://api.test/v1")));
  }

  @Test
  void theLoginIsNeverPrinted() {
    String all = Proxies.all(PROXY, ProxyExceptions.NONE) + " " + PROXY + PROXY.login();
    assertFalse(all.contains("secret") || all.contains("user"), all);
    assertEquals("p.test:3128", PROXY.describe());
  }
}
