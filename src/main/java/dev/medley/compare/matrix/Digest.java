package dev.medley.compare.matrix;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of texts, shortened. */
public final class Digest {
  private Digest() {}

  /** The first hex digits. */
  public static String hex(String text, int digits) {
    return HexFormat.of().formatHex(sha256(text)).substring(0, digits);
  }

  /**
   * 64 bits: two of a million texts have the same in one of 40 million cases.
   *
   * @param parts told apart: {@code "a", "bc"} is not {@code "ab", "c"}
   */
  public static long of(String... parts) {
    StringBuilder whole = new StringBuilder();
    for (String part : parts) {
      whole.append(part.length()).append(':').append(part);
    }
    return ByteBuffer.wrap(sha256(whole.toString())).getLong();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }
}
