package dev.medley.cli;

import dev.medley.chat.Attachment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of file that can be attached, known by how their content begins and not by name. */
enum FileSignature {
  PNG("image/png", "a PNG image", "\u0089PNG\r\n\u001a\n"),
  JPEG("image/jpeg", "a JPEG image", "\u00ff\u00d8\u00ff"),
  GIF("image/gif", "a GIF image", "GIF8"),
  WEBP("image/webp", "a WebP image", "RIFF????WEBP"),
  PDF("application/pdf", "a PDF", "%PDF-");

  static final String ALL = "PNG, JPEG, GIF and WebP images, and PDF";

  private final String mediaType;
  private final String description;
  private final byte[] start;

  FileSignature(String mediaType, String description, String start) {
    this.mediaType = mediaType;
    this.description = description;
    this.start = start.getBytes(StandardCharsets.ISO_8859_1);
  }

  static Optional<FileSignature> of(byte[] content) {
    return Arrays.stream(values()).filter(kind -> kind.begins(content)).findFirst();
  }

  /** A question mark stands for any byte: a RIFF file has its length there. */
  private boolean begins(byte[] content) {
    if (content.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if (start[i] != '?' && start[i] != content[i]) {
        return false;
      }
    }
    return true;
  }

  String mediaType() {
    return mediaType;
  }

  String description() {
    return description;
  }

  Attachment.Kind kind() {
    return this == PDF ? Attachment.Kind.DOCUMENT : Attachment.Kind.IMAGE;
  }
}
