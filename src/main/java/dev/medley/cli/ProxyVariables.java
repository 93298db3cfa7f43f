package dev.medley.cli;

import dev.medley.config.Environment;
import dev.medley.render.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The variables by which a machine names its proxy; the lower-case name wins, as in curl.
 *
 * @param proxies each as {@code HOST:PORT (VARIABLE)}
 * @param except what {@code NO_PROXY} says; may be empty
 */
record ProxyVariables(List<String> proxies, String except) {
  static ProxyVariables of(Environment environment) {
    List<String> found =
        Stream.of("https_proxy", "http_proxy", "all_proxy")
            .map(name -> either(environment, name).map(set -> set.shown()))
            .flatMap(Optional::stream)
            .toList();
    return new ProxyVariables(
        found, either(environment, "no_proxy").map(Variable::value).orElse(""));
  }

  private static Optional<Variable> either(Environment environment, String name) {
    return Stream.of(name, name.toUpperCase(Locale.ROOT))
        .flatMap(each -> environment.variable(each).map(v -> new Variable(each, v)).stream())
        .findFirst();
  }

  Finding finding() {
    if (proxies.isEmpty()) {
      return Finding.ok("proxy", "", "none");
    }
    String all = proxies.stream().collect(Collectors.joining(", "));
    return Finding.ok("proxy", "", except.isEmpty() ? all : all + "; not for " + except);
  }

  private record Variable(String name, String value) {
    /** Without the name and the password that it may hold. */
    String shown() {
      return value.strip().replaceFirst("^([A-Za-z0-9+.-]+://)?.*@", "$1…@") + " (" + name + ")";
    }
  }
}
