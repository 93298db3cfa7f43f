package dev.medley.chat;

import java.net.URI;
import java.util.Base64;
import java.util.OptionalLong;

/**
 * An image or a document beside the text of a message.
 *
 * @param name a file name for the model to call it by
 * @param url where the server finds it: http or https, or a data URL that holds the whole content
 * @param size in bytes, of what the data URL holds; empty for a link
 */
public record Attachment(Kind kind, String name, String url, OptionalLong size) {
  /** What a model needs to be able to read. */
  public enum Kind {
    IMAGE,
    DOCUMENT
  }

  /** Content that travels inside the request. */
  public static Attachment embedded(Kind kind, String name, String mediaType, byte[] content) {
    String data = Base64.getEncoder().encodeToString(content);
    return new Attachment(
        kind, name, "data:" + mediaType + ";base64," + data, OptionalLong.of(content.length));
  }

  /** An image that the server fetches itself. */
  public static Attachment linkedImage(URI url) {
    return new Attachment(Kind.IMAGE, "", url.toString(), OptionalLong.empty());
  }

  /** The same to be looked at, with the size in the place of the content. */
  public Attachment abridged() {
    if (size.isEmpty()) {
      return this;
    }
    String head = url.substring(0, url.indexOf(',') + 1);
    return new Attachment(kind, name, head + "… (" + size.getAsLong() + " bytes)", size);
  }

  /** Content belongs into no log. */
  @Override
  public String toString() {
    return "Attachment[" + kind + ", " + name + ", " + abridged().url + "]";
  }
}
