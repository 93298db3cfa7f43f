package dev.medley.endpoint;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * TLS that is set up when the first https connection needs it: reading the trust store takes longer
 * than all the rest of an http call.
 */
final class LazyTls extends SSLSocketFactory {
  private final Trust trust;
  private final AtomicBoolean begun = new AtomicBoolean();
  private SSLSocketFactory factory;

  LazyTls(List<Path> trusted) {
    this.trust = new Trust(trusted);
  }

  Trust trust() {
    return trust;
  }

  /** Begins to read the stores, while the name is looked up and the connection opened. */
  void loadAhead() {
    if (begun.compareAndSet(false, true)) {
      Thread thread = new Thread(this::load, "medley-tls");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void load() {
    try {
      trust.load();
      factory();
    } catch (IOException | IllegalStateException again) {
      // The connection will meet it, too, and is heard.
    }
  }

  private synchronized SSLSocketFactory factory() {
    if (factory == null) {
      try {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {trust}, null);
        factory = context.getSocketFactory();
      } catch (GeneralSecurityException notInThisJvm) {
        throw new IllegalStateException("this JVM has no TLS", notInThisJvm);
      }
    }
    return factory;
  }

  @Override
  public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    trust.load();
    return factory().createSocket(socket, host, port, autoClose);
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return factory().getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return factory().getSupportedCipherSuites();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return factory().createSocket(host, port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return factory().createSocket(host, port, local, localPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return factory().createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return factory().createSocket(host, port, local, localPort);
  }
}
