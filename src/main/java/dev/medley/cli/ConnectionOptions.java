package dev.medley.cli;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Network;
import dev.medley.chat.Timeouts;
import dev.medley.config.Environment;
import dev.medley.config.NetworkChoice;
import dev.medley.config.NetworkSettings;
import dev.medley.config.Parsed;
import dev.medley.send.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** Where to, with which key, and how long to wait. */
@OptionGroup("Connection")
final class ConnectionOptions {
  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "an OpenAI-compatible endpoint without any configuration")
  private String baseUrl;

  @Option(
      names = "--key",
      paramLabel = "REF",
      description = "env:NAME, file:PATH, cmd:COMMAND, a provider's name, or the key itself")
  private String key;

  @Option(
      names = {"-H", "--header"},
      paramLabel = "'K: V'",
      description = "extra request header; repeatable")
  private List<String> headers = new ArrayList<>();

  @Option(names = "--timeout", paramLabel = "TIME", description = "for one try, such as 90s or 2m")
  private Duration total;

  @Option(names = "--connect-timeout", paramLabel = "TIME", description = "to open the connection")
  private Duration connect;

  @Option(
      names = "--first-token-timeout",
      paramLabel = "TIME",
      description = "from the sent request to the first token")
  private Duration firstToken;

  @Option(names = "--idle-timeout", paramLabel = "TIME", description = "silence between two bytes")
  private Duration idle;

  @Option(
      names = "--max-retries",
      paramLabel = "N",
      description = "tries after the first (default: 2, for the last model only)")
  private Integer maxRetries;

  @Option(
      names = "--proxy",
      paramLabel = "URL",
      description = "http or socks5 proxy for every server, or none (default: HTTPS_PROXY, …)")
  private String proxy;

  @Option(
      names = "--cacert",
      paramLabel = "FILE",
      description = "PEM certificates to trust beside the system's")
  private String cacert;

  Optional<String> baseUrl() {
    return Optional.ofNullable(baseUrl);
  }

  Optional<String> key() {
    return Optional.ofNullable(key);
  }

  /** Names to values, in the order given. */
  Map<String, String> headers() {
    Map<String, String> parsed = new LinkedHashMap<>();
    for (String header : headers) {
      int colon = header.indexOf(':');
      String name = header.substring(0, Math.max(colon, 0)).strip();
      String value = header.substring(colon + 1).strip();
      if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+") || !value.matches("[\\x20-\\x7E\\t]*")) {
        throw CommandFailed.usage("not a header", "write -H 'Name: value'");
      }
      parsed.put(name, value);
    }
    return parsed;
  }

  /** These bounds over the configured ones. */
  Timeouts timeouts(Timeouts configured) {
    return new Timeouts(
        connect == null ? configured.connect() : connect,
        firstToken == null ? configured.firstToken() : firstToken,
        idle == null ? configured.idle() : idle,
        total == null ? configured.total() : total);
  }

  /** The way to the servers: these options over the configured ones over the environment's. */
  Network network(NetworkSettings configured, Environment environment) {
    Parsed<Network> network =
        new NetworkChoice(environment)
            .of(configured, Optional.ofNullable(proxy), Optional.ofNullable(cacert));
    return network
        .value()
        .orElseThrow(
            () ->
                new CommandFailed(
                    Failure.of(FailureKind.CONFIG, network.reason().orElse(""))
                        .withHint(
                            cacert == null
                                ? "mend it, or go without: --proxy none"
                                : "name another, or leave --cacert away")));
  }

  /** Empty: as is usual. */
  OptionalInt maxRetries() {
    if (maxRetries != null && maxRetries < 0) {
      throw CommandFailed.usage("--max-retries is negative", "0 means that nothing is tried again");
    }
    return maxRetries == null ? OptionalInt.empty() : OptionalInt.of(maxRetries);
  }

  RetryPolicy retries(boolean held) {
    return new RetryPolicy(
        maxRetries().orElse(RetryPolicy.DEFAULT_RETRIES), RetryPolicy.LONGEST_WAIT, held);
  }
}
