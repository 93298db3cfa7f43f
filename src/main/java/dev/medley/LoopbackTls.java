package dev.medley;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/**
 * TLS in front of a plain server on loopback, for the training run alone. Its key is in the program
 * for everybody to see: nobody else trusts it.
 */
final class LoopbackTls implements AutoCloseable {
  private static final char[] PASSWORD = "loopback".toCharArray();

  private final SSLServerSocket door;
  private final int behind;
  private final String certificate;

  private LoopbackTls(SSLServerSocket door, int behind, String certificate) {
    this.door = door;
    this.behind = behind;
    this.certificate = certificate;
  }

  /** Listens at a free port and passes everything on. */
  static LoopbackTls before(int port) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream file = LoopbackTls.class.getResourceAsStream("loopback.p12")) {
      keys.load(file, PASSWORD);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    SSLServerSocket door =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 0, InetAddress.getLoopbackAddress());
    byte[] certificate = keys.getCertificate("loopback").getEncoded();
    LoopbackTls tls = new LoopbackTls(door, port, pem(certificate));
    daemon(tls::accept);
    return tls;
  }

  private static String pem(byte[] certificate) {
    String base64 =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(certificate);
    return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
  }

  int port() {
    return door.getLocalPort();
  }

  /** As PEM, for whoever is to trust it. */
  String certificate() {
    return certificate;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket outside = door.accept();
        Socket inside = new Socket(InetAddress.getLoopbackAddress(), behind);
        daemon(() -> pump(outside, inside));
        daemon(() -> pump(inside, outside));
      } catch (IOException over) {
        // Closed, or a client that went away: the loop's condition knows.
      }
    }
  }

  private static void pump(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException over) {
      // One side has closed; so does the other.
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "medley-training");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
