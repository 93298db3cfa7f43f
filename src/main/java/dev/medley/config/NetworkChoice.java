package dev.medley.config;

import dev.medley.chat.Network;
import dev.medley.chat.Proxies;
import dev.medley.chat.ProxyExceptions;
import dev.medley.chat.ProxyServer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The way to the servers: flags over the configuration over the usual variables. */
public final class NetworkChoice {
  private final Environment environment;

  public NetworkChoice(Environment environment) {
    this.environment = environment;
  }

  /**
   * Decides.
   *
   * @param proxyFlag leads to every server, this machine and {@code NO_PROXY} included
   * @param cacertFlag instead of the configured file
   */
  public Parsed<Network> of(
      NetworkSettings configured, Optional<String> proxyFlag, Optional<String> cacertFlag) {
    Parsed<Proxies> proxies =
        proxyFlag.isPresent() ? byFlag(proxyFlag.get()) : byConfiguration(configured);
    Optional<Parsed<Path>> flagged =
        cacertFlag.map(
            file -> CertificateFile.parse(file, environment.workingFolder(), environment));
    if (proxies.reason().isPresent()) {
      return Parsed.bad(proxies.reason().get());
    }
    if (flagged.isPresent() && flagged.get().reason().isPresent()) {
      return Parsed.bad("--cacert: " + flagged.get().reason().get());
    }
    List<Path> trusted = new ArrayList<>();
    flagged.flatMap(Parsed::value).or(configured::cacert).ifPresent(trusted::add);
    certificateVariable().ifPresent(trusted::add);
    return Parsed.good(new Network(proxies.value().orElseThrow(), trusted));
  }

  private static Parsed<Proxies> byFlag(String written) {
    Parsed<ProxyWish> wish = ProxyWish.parse(written);
    return wish.reason().isPresent()
        ? Parsed.bad("the value of --proxy " + wish.reason().get())
        : Parsed.good(proxies(wish.value().orElseThrow(), ProxyExceptions.NONE));
  }

  private Parsed<Proxies> byConfiguration(NetworkSettings configured) {
    List<String> rules =
        configured.noProxy().isEmpty()
            ? List.of(variable("no_proxy").map(Variable::value).orElse(""))
            : configured.noProxy();
    ProxyExceptions except = ProxyExceptions.of(rules);
    return configured
        .proxy()
        .map(wish -> Parsed.good(proxies(wish, except)))
        .orElseGet(() -> byVariables(except));
  }

  private static Proxies proxies(ProxyWish wish, ProxyExceptions except) {
    return wish.server().map(server -> Proxies.all(server, except)).orElse(Proxies.NONE);
  }

  private Parsed<Proxies> byVariables(ProxyExceptions except) {
    Optional<Variable> any = variable("all_proxy");
    Optional<Variable> http = variable("http_proxy").or(() -> any);
    Optional<Variable> https = variable("https_proxy").or(() -> any);
    for (Optional<Variable> variable : List.of(https, http)) {
      Optional<String> wrong = variable.flatMap(v -> ProxyWish.parse(v.value()).reason());
      if (wrong.isPresent()) {
        return Parsed.bad("the variable " + variable.get().name() + " " + wrong.get());
      }
    }
    return Parsed.good(new Proxies(server(http), server(https), except));
  }

  private static Optional<ProxyServer> server(Optional<Variable> variable) {
    return variable.flatMap(v -> ProxyWish.parse(v.value()).value()).flatMap(ProxyWish::server);
  }

  /** The lower-case name wins, as in curl. */
  private Optional<Variable> variable(String name) {
    return named(name).or(() -> named(name.toUpperCase(Locale.ROOT)));
  }

  private Optional<Variable> named(String name) {
    return environment.variable(name).map(value -> new Variable(name, value));
  }

  private record Variable(String name, String value) {}

  /** Many systems set it to a file that is not there; that is no reason to stop. */
  private Optional<Path> certificateVariable() {
    try {
      return environment
          .variable("SSL_CERT_FILE")
          .map(file -> environment.path(file, environment.workingFolder()))
          .filter(Files::isRegularFile);
    } catch (InvalidPathException notHere) {
      return Optional.empty();
    }
  }
}
