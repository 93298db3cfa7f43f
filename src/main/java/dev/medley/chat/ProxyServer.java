package dev.medley.chat;

import java.util.Optional;

/**
 * A proxy between us and the servers.
 *
 * @param login name and password, for those that ask
 */
public record ProxyServer(Kind kind, String host, int port, Optional<Login> login) {
  /** How to speak to it. */
  public enum Kind {
    HTTP,
    SOCKS
  }

  /** Name and password; never printed. */
  public record Login(String name, String password) {
    @Override
    public String toString() {
      return "Login[…]";
    }
  }

  /** Where it is, such as {@code proxy.example:3128}; safe to print. */
  public String describe() {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }

  @Override
  public String toString() {
    return "ProxyServer[" + kind + " " + describe() + "]";
  }
}
