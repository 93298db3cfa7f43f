package dev.medley.config;

import dev.medley.chat.HostName;
import java.net.URI;
import java.util.Locale;

/** A key that {@code medley keys set} stored, for one provider at one host. */
final class StoredKey implements KeyReference {
  private final String host;
  private final String text;
  private final URI url;
  private final KeyOwner owner;
  private final String file;

  /**
   * @param url where the provider is now
   * @param file the file as shown
   */
  StoredKey(StoredKeys.Entry entry, URI url, KeyOwner owner, String file) {
    this.host = entry.host();
    this.text = entry.key();
    this.url = url;
    this.owner = owner;
    this.file = file;
  }

  /** What a key is bound to: scheme, name and port, so that no edit of a URL takes it elsewhere. */
  static String hostOf(URI url) {
    return (url.getScheme() + "://" + HostName.withPort(url)).toLowerCase(Locale.ROOT);
  }

  boolean fits(URI other) {
    return host.equals(hostOf(other));
  }

  @Override
  public String describe() {
    return "file:" + file;
  }

  @Override
  public boolean present() {
    return !text.isBlank() && fits(url);
  }

  @Override
  public String reveal() throws Unavailable {
    if (!fits(url)) {
      throw owner.unavailable(
          "the stored one is for " + host + ", and the provider is at " + hostOf(url),
          "medley keys set "
              + owner.provider()
              + " stores one for this host, or put the base URL back");
    }
    return owner.key(text, file);
  }

  @Override
  public String toString() {
    return describe();
  }
}
