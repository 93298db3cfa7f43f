package dev.medley.chat;

import java.net.URI;

/**
 * The host of an address. Names with an underscore are none to the JDK, yet are in use, such as
 * those of containers.
 */
public final class HostName {
  private HostName() {}

  /** Empty where the address has none. */
  public static String of(URI url) {
    return url.getHost() == null ? authority(url).replaceFirst(":\\d*$", "") : url.getHost();
  }

  /** With the port where the address names one: {@code localhost:11434}. */
  public static String withPort(URI url) {
    if (url.getHost() == null) {
      return authority(url);
    }
    return url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
  }

  private static String authority(URI url) {
    String authority = url.getRawAuthority();
    return authority == null ? "" : authority.substring(authority.lastIndexOf('@') + 1);
  }
}
