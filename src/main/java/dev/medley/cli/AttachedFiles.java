package dev.medley.cli;

import dev.medley.chat.Attachment;
import dev.medley.config.Environment;
import dev.medley.history.PastFile;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Images and documents for prompts, from files and by URL. Nothing is downloaded. */
final class AttachedFiles {
  private static final int LARGEST = 20_000_000;

  private final Environment environment;
  private final List<PastFile> attached = new ArrayList<>();

  AttachedFiles(Environment environment) {
    this.environment = environment;
  }

  /**
   * @param written a path, or an http(s) URL that the server is to fetch
   */
  Attachment attach(String written) {
    return written.matches("(?is)(data:|[a-z][a-z0-9+.-]+://).*") ? link(written) : file(written);
  }

  /** What has been attached so far. */
  List<PastFile> attached() {
    return List.copyOf(attached);
  }

  private Attachment link(String written) {
    String scheme = written.substring(0, written.indexOf(':')).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw CommandFailed.usage(
          "cannot attach a " + scheme + ": URL", "attach a file by its path, or an http(s) URL");
    }
    URI url = uri(written);
    if (url.getPath().toLowerCase(Locale.ROOT).endsWith(".pdf")) {
      throw CommandFailed.usage(
          "only images can be attached by URL, not " + written,
          "download the PDF and attach the file");
    }
    attached.add(PastFile.link(url.toString()));
    return Attachment.linkedImage(url);
  }

  private static URI uri(String written) {
    try {
      URI url = URI.create(written);
      if (url.getHost() != null) {
        return url;
      }
    } catch (IllegalArgumentException malformed) {
      // Refused below.
    }
    throw CommandFailed.usage(
        "not a URL: " + written, "such as https://example.com/photo.jpg, with spaces as %20");
  }

  private Attachment file(String written) {
    byte[] content = content(written);
    if (content.length == 0) {
      throw CommandFailed.usage(written + " is empty", "attach a file with something in it");
    }
    FileSignature kind =
        FileSignature.of(content)
            .orElseThrow(
                () ->
                    CommandFailed.usage(
                        written + " is of no kind that can be attached",
                        FileSignature.ALL + " can; text goes with -f"));
    Path file = environment.path(written, environment.workingFolder());
    attached.add(PastFile.of(PastFile.Kind.ATTACHMENT, file.toString(), content));
    String name = Path.of(written).getFileName().toString();
    return Attachment.embedded(kind.kind(), name, kind.mediaType(), content);
  }

  /** Never reads more than the limit, so that a device or a pipe without end is refused, too. */
  private byte[] content(String written) {
    try {
      Path file = environment.path(written, environment.workingFolder());
      if (Files.isDirectory(file)) {
        throw CommandFailed.usage(written + " is a folder", "name the files in it, each with -a");
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] content = in.readNBytes(LARGEST + 1);
        if (content.length > LARGEST) {
          throw tooLarge(written, Math.max(Files.size(file), content.length));
        }
        return content;
      }
    } catch (NoSuchFileException | InvalidPathException missing) {
      throw CommandFailed.usage("no such file: " + written, "check the path");
    } catch (IOException unreadable) {
      throw CommandFailed.usage("cannot read " + written, "check its permissions");
    }
  }

  private static CommandFailed tooLarge(String written, long size) {
    BigDecimal megabytes = BigDecimal.valueOf(size, 6).setScale(1, RoundingMode.CEILING);
    return CommandFailed.usage(
        written + " has " + megabytes + " MB; at most " + LARGEST / 1_000_000 + " MB can be sent",
        "attach a smaller version of it, or an image by its URL");
  }
}
