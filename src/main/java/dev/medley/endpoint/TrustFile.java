package dev.medley.endpoint;

import dev.medley.chat.FileFault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates in a PEM file, among whatever else stands in it. */
final class TrustFile {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", Pattern.DOTALL);

  private TrustFile() {}

  static List<Certificate> read(Path file) throws Unusable {
    List<Certificate> all = new ArrayList<>();
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      for (Matcher block = BLOCK.matcher(text); block.find(); ) {
        byte[] bytes = block.group().getBytes(StandardCharsets.ISO_8859_1);
        all.add(factory.generateCertificate(new ByteArrayInputStream(bytes)));
      }
    } catch (IOException unreadable) {
      throw new Unusable(file, "it cannot be read (" + FileFault.words(unreadable) + ")");
    } catch (CertificateException broken) {
      throw new Unusable(file, "certificate " + (all.size() + 1) + " in it is broken");
    }
    if (all.isEmpty()) {
      throw new Unusable(file, "it holds no certificate");
    }
    return all;
  }

  /** A file that was to be trusted gives no certificates. */
  static final class Unusable extends IOException {
    private static final long serialVersionUID = 1L;

    Unusable(Path file, String why) {
      super("cannot use the certificates in " + file + ": " + why);
    }
  }
}
