package dev.medley.cli;

import dev.medley.chat.HostName;
import dev.medley.chat.ModelLister;
import dev.medley.chat.Provider;
import dev.medley.chat.Secret;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The providers that could answer now. */
final class ReadyProviders {
  private static final String DEMO = "demo";

  private ReadyProviders() {}

  /**
   * Those whose key is there, and those without any key; on this machine only where something
   * listens. The simulated models count when there is nothing else.
   */
  static List<Provider> of(Collection<Provider> providers, ModelLister lister) {
    List<Provider> asked = providers.stream().filter(provider -> !isSimulated(provider)).toList();
    var listening =
        asked.parallelStream()
            .filter(provider -> isHere(provider.baseUrl()))
            .filter(provider -> lister.listens(provider.baseUrl()))
            .map(Provider::name)
            .collect(Collectors.toSet());
    List<Provider> ready =
        asked.stream()
            .filter(provider -> keyReady(provider))
            .filter(
                p -> p.key().isPresent() || !isHere(p.baseUrl()) || listening.contains(p.name()))
            .toList();
    return ready.isEmpty()
        ? providers.stream().filter(ReadyProviders::isSimulated).toList()
        : ready;
  }

  static boolean isSimulated(Provider provider) {
    return provider.name().equals(DEMO);
  }

  private static boolean keyReady(Provider provider) {
    return provider.key().isEmpty() || provider.key().filter(Secret::present).isPresent();
  }

  static boolean isHere(URI url) {
    String host = HostName.of(url).toLowerCase(Locale.ROOT);
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.equals("[::1]")
        || host.matches("127(\\.\\d{1,3}){3}");
  }
}
