package dev.medley.endpoint;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.endpoint.InFlight.Phase;
import java.io.EOFException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Names what went wrong in setting up TLS. */
final class TlsFailures {
  /** As OkHttp lists them in the message of the exception; it has no other way to tell. */
  private static final Pattern NAMES = Pattern.compile("subjectAltNames: \\[(.*)]");

  private TlsFailures() {}

  /** Empty when it was not TLS. */
  static Optional<Failure> of(Throwable root, Phase phase, String host) {
    if (root instanceof TrustFile.Unusable) {
      return Optional.of(
          Failure.of(FailureKind.CONFIG, root.getMessage())
              .withHint("check --cacert, network.cacert and SSL_CERT_FILE"));
    }
    if (root instanceof CertificateRefused refused) {
      return Optional.of(tls(host, refused.getMessage()).withHint(refused.hint()));
    }
    if (root instanceof SSLPeerUnverifiedException) {
      return Optional.of(otherName(host, String.valueOf(root.getMessage())));
    }
    if (root instanceof SSLException || root instanceof CertificateException) {
      return Optional.of(handshake(host, String.valueOf(root.getMessage()), root));
    }
    if (root instanceof EOFException && phase == Phase.SECURING) {
      return Optional.of(
          tls(host, "it hung up in the handshake")
              .withHint("check the scheme and the port; is a proxy or a firewall between?"));
    }
    return Optional.empty();
  }

  private static Failure otherName(String host, String message) {
    Matcher names = NAMES.matcher(message);
    boolean named = names.find() && !names.group(1).isBlank();
    return tls(
            host,
            named
                ? "its certificate is for another host: " + names.group(1)
                : "its certificate names no host")
        .withHint("use one of the certificate's names in base_url, or check for a proxy between");
  }

  private static Failure handshake(String host, String message, Throwable root) {
    String words = message.toLowerCase(Locale.ROOT);
    if (words.contains("unsupported or unrecognized ssl message")) {
      return tls(host, "it does not speak TLS").withHint("write http:// instead of https://");
    }
    if (words.contains("protocol_version") || words.contains("no appropriate protocol")) {
      return tls(host, "no TLS version in common")
          .withHint("the server must offer TLS 1.2 or 1.3; is a proxy between?");
    }
    if (words.contains("certificate_required") || words.contains("bad_certificate")) {
      return tls(host, "it wants a certificate of the client, which medley does not have")
          .withHint("go through a proxy that has one");
    }
    if (words.contains("handshake_failure")) {
      return tls(host, "the server refused the handshake")
          .withHint("no cipher in common, no such host there, or it wants a client certificate");
    }
    return tls(host, NetworkFailures.words(root))
        .withHint("check the certificate, or the scheme of the base URL (http or https)");
  }

  private static Failure tls(String host, String what) {
    return Failure.of(FailureKind.TLS, "TLS with " + host + " failed: " + what);
  }
}
