package dev.medley.catalog;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The tokenizers that are published: those of OpenAI's models. Read when first needed. */
enum Tokenizer {
  /** Of gpt-4o and all that came after it. */
  O200K_BASE(EncodingType.O200K_BASE, "gpt-4o|gpt-4-[15]|gpt-[5-9]|gpt-oss|chatgpt-|o[1-9](-|$)"),
  /** Of gpt-4 and gpt-3.5. */
  CL100K_BASE(EncodingType.CL100K_BASE, "gpt-4(-|$)|gpt-35?-");

  /** In UTF-16 units. */
  private static final int PIECE = 1024;

  private final EncodingType type;
  private final Pattern names;

  Tokenizer(EncodingType type, String names) {
    this.type = type;
    this.names = Pattern.compile("(" + names + ").*");
  }

  /** The one of this model, however a gateway spells it; empty: it is not known to have one. */
  static Optional<Tokenizer> of(String modelId) {
    String name = Spelling.of(modelId).name();
    for (Tokenizer tokenizer : values()) {
      if (tokenizer.names.matcher(name).matches()) {
        return Optional.of(tokenizer);
      }
    }
    return Optional.empty();
  }

  /**
   * Tokens of a text; what looks like a special token in it is text. Long runs without a break take
   * the library quadratic time, so a text goes to it in pieces, cut before white space, where no
   * token goes across, as far as there is any.
   */
  long count(String text) {
    long tokens = 0;
    for (int from = 0; from < text.length(); ) {
      int to = endOfPiece(text, from);
      tokens += encoding().countTokensOrdinary(asSent(text.substring(from, to)));
      from = to;
    }
    return tokens;
  }

  private static int endOfPiece(String text, int from) {
    int to = from + PIECE;
    if (to >= text.length()) {
      return text.length();
    }
    for (int at = to; at > from + PIECE / 2; at--) {
      if (Character.isWhitespace(text.charAt(at)) && !Character.isWhitespace(text.charAt(at - 1))) {
        return at;
      }
    }
    return Character.isLowSurrogate(text.charAt(to)) ? to + 1 : to;
  }

  /** Half a surrogate pair becomes a question mark on its way. */
  private static String asSent(String piece) {
    return new String(piece.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private Encoding encoding() {
    return Registry.LAZY.getEncoding(type);
  }

  /** Holds each table once it has been read: a tenth of a second or two. */
  private static final class Registry {
    static final EncodingRegistry LAZY = Encodings.newLazyEncodingRegistry();
  }
}
