package dev.medley.config;

import dev.medley.chat.FileFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file of certificates, looked at before anything is sent. */
final class CertificateFile {
  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

  private CertificateFile() {}

  static Parsed<Path> parse(String written, Path base, Environment environment) {
    try {
      Path file = environment.path(written, base);
      // Reading the certificates themselves costs time that a run without https would waste.
      String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      return text.contains(BEGIN)
          ? Parsed.good(file)
          : Parsed.bad(written + " holds no certificate: no line says " + BEGIN);
    } catch (NoSuchFileException missing) {
      return Parsed.bad(written + " does not exist");
    } catch (IOException | InvalidPathException | SecurityException unreadable) {
      return Parsed.bad(written + " cannot be read (" + FileFault.words(unreadable) + ")");
    }
  }
}
