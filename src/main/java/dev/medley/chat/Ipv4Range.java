package dev.medley.chat;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A network of IPv4 addresses, such as {@code 10.0.0.0/8}. */
record Ipv4Range(int network, int mask) {
  private static final Pattern ADDRESS =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

  static boolean isAddress(String text) {
    return address(text).isPresent();
  }

  /** Empty when it is none. */
  static Optional<Ipv4Range> parse(String text) {
    int slash = text.indexOf('/');
    String bits = text.substring(slash + 1);
    if (!bits.matches("\\d{1,2}") || Integer.parseInt(bits) > 32) {
      return Optional.empty();
    }
    // A shift by 32 would be one by 0.
    int mask = (int) (-1L << (32 - Integer.parseInt(bits)));
    return address(text.substring(0, slash)).map(first -> new Ipv4Range(first & mask, mask));
  }

  boolean contains(String host) {
    return address(host).filter(number -> (number & mask) == network).isPresent();
  }

  private static Optional<Integer> address(String text) {
    Matcher parts = ADDRESS.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int number = 0;
    for (int i = 1; i <= 4; i++) {
      int part = Integer.parseInt(parts.group(i));
      if (part > 255) {
        return Optional.empty();
      }
      number = number << 8 | part;
    }
    return Optional.of(number);
  }
}
