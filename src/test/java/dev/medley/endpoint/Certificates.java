package dev.medley.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Certificates made by the JDK's keytool in a folder of the test's own. */
final class Certificates {
  private static final String PASSWORD = "changeit";
  private final Path folder;

  Certificates(Path folder) {
    this.folder = folder;
  }

  /** A self-signed one with its key; {@code options} such as {@code -ext san=dns:localhost}. */
  Path selfSigned(String name, String distinguished, String... options) {
    Path store = folder.resolve(name + ".p12");
    List<String> args = keytool(store, "-genkeypair", "-alias", name);
    args.addAll(List.of("-dname", distinguished, "-keyalg", "EC"));
    args.addAll(Arrays.asList(options));
    run(args);
    return store;
  }

  /** The certificate in {@code store}, signed anew by that of {@code issuer}. */
  void sign(Path store, Path issuer, String... options) {
    Path request = folder.resolve("request.pem");
    Path signed = folder.resolve("signed.pem");
    run(add(keytool(store, "-certreq", "-alias", alias(store)), "-file", request.toString()));
    List<String> sign = keytool(issuer, "-gencert", "-alias", alias(issuer), "-rfc");
    add(sign, "-infile", request.toString(), "-outfile", signed.toString());
    run(add(sign, options));
    chain(store, signed, issuer);
  }

  /** Without a program of its own for each step, which would take half a second. */
  private static void chain(Path store, Path signed, Path issuer) {
    char[] password = PASSWORD.toCharArray();
    try (InputStream in = Files.newInputStream(signed)) {
      KeyStore keys = keys(store);
      Certificate own = CertificateFactory.getInstance("X.509").generateCertificate(in);
      Certificate above = keys(issuer).getCertificate(alias(issuer));
      keys.setKeyEntry(
          alias(store),
          keys.getKey(alias(store), password),
          password,
          new Certificate[] {own, above});
      try (OutputStream out = Files.newOutputStream(store)) {
        keys.store(out, password);
      }
    } catch (IOException | GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  Path pem(Path store) {
    try {
      byte[] certificate = keys(store).getCertificate(alias(store)).getEncoded();
      String text = Base64.getMimeEncoder().encodeToString(certificate);
      return Files.writeString(
          folder.resolve(alias(store) + ".pem"),
          "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
    } catch (IOException | GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static KeyStore keys(Path store) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return keys;
  }

  static SSLContext server(Path store) throws IOException, GeneralSecurityException {
    KeyManagerFactory factory = KeyManagerFactory.getInstance("SunX509");
    factory.init(keys(store), PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  private static String alias(Path store) {
    return store.getFileName().toString().replace(".p12", "");
  }

  private static List<String> keytool(Path store, String... args) {
    String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> all = new ArrayList<>(List.of(tool, "-J-XX:TieredStopAtLevel=1"));
    all.addAll(Arrays.asList(args));
    return add(all, "-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD);
  }

  private static List<String> add(List<String> args, String... more) {
    args.addAll(Arrays.asList(more));
    return args;
  }

  private static void run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes());
      if (process.waitFor() != 0) {
        throw new IllegalStateException(said);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
