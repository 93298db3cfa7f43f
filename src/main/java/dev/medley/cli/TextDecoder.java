package dev.medley.cli;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Bytes to text, or a refusal that says where the bytes stop being text. */
final class TextDecoder {
  private TextDecoder() {}

  /**
   * @param source what the bytes are, for the refusal
   */
  static String decode(byte[] bytes, Charset charset, String source) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out =
        CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()) + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      throw CommandFailed.usage(
          source + " is not " + charset.name() + " text: byte " + in.position() + " does not fit",
          "name its encoding with --charset, such as --charset ISO-8859-1");
    }
    decoder.flush(out);
    String text = out.flip().toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
