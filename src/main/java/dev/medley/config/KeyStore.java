package dev.medley.config;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.medley.chat.Provider;
import dev.medley.chat.Secret.Unavailable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The file of keys, for those who want no variable: changed only by {@code medley keys}. */
public final class KeyStore {
  private static final String HEAD =
      "# Written by medley keys. Each key is sent to its host and to no other.\n";

  private final Environment environment;
  private final PrivateFile file;

  public KeyStore(Environment environment) {
    this.environment = environment;
    this.file = new PrivateFile(ConfigFiles.keysFile(environment));
  }

  /** The file as it is shown. */
  public String shown() {
    return environment.display(file.path());
  }

  /** By provider: the host that its stored key is for. */
  public Map<String, String> hosts() {
    Map<String, String> hosts = new LinkedHashMap<>();
    read().entries().forEach((provider, entry) -> hosts.put(provider, entry.host()));
    return hosts;
  }

  /**
   * Stores a key for the host where the provider is now, in place of an older one.
   *
   * @return the host
   * @throws Unavailable when what was typed cannot be a key
   */
  public String put(Provider provider, String typed) throws Unavailable, IOException {
    String key = new KeyOwner(provider.name(), "", environment).key(typed, "what was given");
    String host = StoredKey.hostOf(provider.baseUrl());
    Map<String, StoredKeys.Entry> entries = new LinkedHashMap<>(read().entries());
    entries.put(provider.name(), new StoredKeys.Entry(host, key));
    write(entries);
    return host;
  }

  /** Whether there was one. */
  public boolean remove(String provider) throws IOException {
    Map<String, StoredKeys.Entry> entries = new LinkedHashMap<>(read().entries());
    if (entries.remove(provider) == null) {
      return false;
    }
    write(entries);
    return true;
  }

  /** What is wrong with the file was among the problems when the settings were loaded. */
  private StoredKeys read() {
    List<Problem> reported = new ArrayList<>();
    return StoredKeys.read(file.path(), reported::add);
  }

  private void write(Map<String, StoredKeys.Entry> entries) throws IOException {
    StringBuilder text = new StringBuilder(HEAD);
    entries.forEach(
        (provider, entry) ->
            text.append(quoted(provider))
                .append(": {host: ")
                .append(quoted(entry.host()))
                .append(", key: ")
                .append(quoted(entry.key()))
                .append("}\n"));
    file.write(text.toString());
  }

  /** A JSON string is a YAML string. */
  private static String quoted(String text) {
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }
}
