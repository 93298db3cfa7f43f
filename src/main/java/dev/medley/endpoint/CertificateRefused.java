package dev.medley.endpoint;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** A certificate that is not trusted, and why. */
final class CertificateRefused extends CertificateException {
  private static final long serialVersionUID = 1L;
  private final String hint;

  private CertificateRefused(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  String hint() {
    return hint;
  }

  static CertificateRefused of(X509Certificate[] chain, CertificateException why) {
    Date now = Date.from(Instant.now(Clock.systemUTC()));
    for (X509Certificate certificate : chain) {
      if (now.after(certificate.getNotAfter())) {
        return new CertificateRefused(
            "the certificate of "
                + subject(certificate)
                + " expired on "
                + day(certificate.getNotAfter()),
            "the server needs a new certificate; check this machine's clock too");
      }
      if (now.before(certificate.getNotBefore())) {
        return new CertificateRefused(
            "the certificate of "
                + subject(certificate)
                + " is valid only from "
                + day(certificate.getNotBefore()),
            "check this machine's clock");
      }
    }
    return why.toString().contains("unable to find valid certification path")
            || why.toString().contains("No trusted certificate")
        ? untrusted(chain[chain.length - 1])
        : new CertificateRefused(
            "its certificate is refused: " + why.getMessage(), "the server needs another");
  }

  /** Of the chain that the server sent, the last one leads to whoever should have been known. */
  private static CertificateRefused untrusted(X509Certificate last) {
    boolean selfSigned = last.getSubjectX500Principal().equals(last.getIssuerX500Principal());
    String issuer = shortName(last.getIssuerX500Principal().getName());
    return new CertificateRefused(
        selfSigned
            ? "its certificate is signed by an issuer that is not trusted: "
                + issuer
                + " (self-signed)"
            : "its certificate is signed by an issuer that is not trusted: " + issuer,
        "if you trust it, save that issuer's certificate as PEM and name it: --cacert FILE"
            + " (or network.cacert)");
  }

  private static String subject(X509Certificate certificate) {
    return shortName(certificate.getSubjectX500Principal().getName());
  }

  private static LocalDate day(Date date) {
    return LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC);
  }

  /** The common name, with the organisation where it says more. */
  private static String shortName(String distinguished) {
    try {
      List<Rdn> parts = new LdapName(distinguished).getRdns();
      String common = part(parts, "CN");
      String organisation = part(parts, "O");
      if (common.isEmpty()) {
        return organisation.isEmpty() ? distinguished : organisation;
      }
      return organisation.isEmpty() || common.contains(organisation)
          ? common
          : common + ", " + organisation;
    } catch (InvalidNameException odd) {
      return distinguished;
    }
  }

  private static String part(List<Rdn> parts, String type) {
    return parts.stream()
        .filter(part -> part.getType().equalsIgnoreCase(type))
        .map(part -> part.getValue().toString())
        .findFirst()
        .orElse("");
  }
}
