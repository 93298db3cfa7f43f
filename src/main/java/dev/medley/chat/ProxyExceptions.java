package dev.medley.chat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Servers that are reached without a proxy, as {@code NO_PROXY} names them: a host, which stands
 * for the domains below it too; {@code .domain} and {@code *.domain}; {@code host:port}; an address
 * or an IPv4 network such as {@code 10.0.0.0/8}; {@code *} for all.
 *
 * @param loopback whether this machine is always one of them
 */
public record ProxyExceptions(List<String> rules, boolean loopback) {
  /** This machine and nothing else. */
  public static final ProxyExceptions LOOPBACK = new ProxyExceptions(List.of(), true);

  /** None at all, this machine included. */
  public static final ProxyExceptions NONE = new ProxyExceptions(List.of(), false);

  public ProxyExceptions {
    rules =
        rules.stream()
            .flatMap(rule -> Arrays.stream(rule.split("[,\\s]+")))
            .map(rule -> rule.toLowerCase(Locale.ROOT))
            .filter(rule -> !rule.isEmpty())
            .toList();
  }

  /** These rules, and this machine. */
  public static ProxyExceptions of(List<String> rules) {
    return new ProxyExceptions(rules, true);
  }

  boolean holdFor(String host, int port) {
    String name = plain(host.toLowerCase(Locale.ROOT));
    return (loopback && isLoopback(name)) || rules.stream().anyMatch(r -> matches(r, name, port));
  }

  private static boolean isLoopback(String name) {
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || name.equals("::1")
        || name.equals("0:0:0:0:0:0:0:1")
        || (Ipv4Range.isAddress(name) && name.startsWith("127."));
  }

  private static boolean matches(String rule, String name, int port) {
    if (rule.equals("*")) {
      return true;
    }
    if (rule.indexOf('/') > 0) {
      return Ipv4Range.parse(rule).filter(range -> range.contains(name)).isPresent();
    }
    int colon = portColon(rule);
    if (colon > 0 && !rule.substring(colon + 1).equals(Integer.toString(port))) {
      return false;
    }
    String wanted = plain(colon > 0 ? rule.substring(0, colon) : rule);
    String domain = wanted.replaceFirst("^\\*?\\.", "");
    return !domain.isEmpty() && (name.equals(domain) || below(domain, name));
  }

  /** An address has no domains below it: 1.10.0.0.1 would be a name that someone made up. */
  private static boolean below(String domain, String name) {
    return name.endsWith("." + domain) && !Ipv4Range.isAddress(domain);
  }

  /** Where a port begins; a bare IPv6 address is all colons and has none. */
  private static int portColon(String rule) {
    int last = rule.lastIndexOf(':');
    boolean bare = rule.indexOf(':') != last && !rule.startsWith("[");
    boolean inBrackets = rule.endsWith("]");
    return bare || inBrackets ? -1 : last;
  }

  private static String plain(String host) {
    String open = host.startsWith("[") && host.endsWith("]") ? inner(host) : host;
    return open.endsWith(".") && open.length() > 1 ? open.substring(0, open.length() - 1) : open;
  }

  private static String inner(String host) {
    return host.substring(1, host.length() - 1);
  }
}
