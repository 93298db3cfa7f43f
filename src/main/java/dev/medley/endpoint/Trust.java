package dev.medley.endpoint;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Whom we trust: whoever the JVM trusts (its own store, or {@code javax.net.ssl.trustStore}), and
 * the certificates in the user's files. Says of a chain that it refuses which certificate it was.
 */
final class Trust extends X509ExtendedTrustManager {
  private final List<Path> files;
  private X509ExtendedTrustManager anchors;

  Trust(List<Path> files) {
    this.files = files;
  }

  /** Reads the stores, once. */
  synchronized void load() throws IOException {
    if (anchors != null) {
      return;
    }
    List<Certificate> added = new ArrayList<>();
    for (Path file : files) {
      added.addAll(TrustFile.read(file));
    }
    try {
      X509ExtendedTrustManager own = over(null);
      anchors = added.isEmpty() ? own : over(together(own, added));
    } catch (GeneralSecurityException broken) {
      throw new IOException("the JVM's trust store cannot be read: " + broken.getMessage(), broken);
    }
  }

  private static KeyStore together(X509ExtendedTrustManager own, List<Certificate> added)
      throws GeneralSecurityException, IOException {
    List<Certificate> all = new ArrayList<>(List.of(own.getAcceptedIssuers()));
    all.addAll(added);
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (int i = 0; i < all.size(); i++) {
      store.setCertificateEntry("c" + i, all.get(i));
    }
    return store;
  }

  /** Over the JVM's own store for null. */
  private static X509ExtendedTrustManager over(KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509ExtendedTrustManager usable) {
        return usable;
      }
    }
    throw new GeneralSecurityException("no X.509 trust manager");
  }

  private synchronized X509ExtendedTrustManager anchors() {
    return anchors;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    try {
      anchors().checkServerTrusted(chain, type, socket);
    } catch (CertificateException refused) {
      throw CertificateRefused.of(chain, refused);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    anchors().checkServerTrusted(chain, type, engine);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    anchors().checkServerTrusted(chain, type);
  }

  /** Empty, because OkHttp asks when it is built, and would have the stores read for that. */
  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("we are no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, type);
  }
}
