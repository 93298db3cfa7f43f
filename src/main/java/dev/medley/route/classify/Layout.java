package dev.medley.route.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prompt taken apart into what is asked and what it is asked about. People put the request at the
 * beginning or at the end, and what they paste on the other side of it.
 *
 * @param request the paragraphs, or their outer ends, that seem to ask
 * @param zones all that is looked through for words
 * @param material whether there is something to work on
 * @param code whether source code is in it
 * @param tokens of the whole, estimated
 */
record Layout(String request, List<Zone> zones, boolean material, boolean code, long tokens) {
  private static final Pattern FENCE = Pattern.compile("```(?s:.*?)(```|\\z)");
  private static final Pattern BLANK_LINES = Pattern.compile("\n[ \t\r]*\n\\s*");
  private static final Pattern AFTER_COLON = Pattern.compile("(:\\s+|[：\"“„«「《]\\s*)(?s:.{24,})");

  private static final Pattern COLON = Pattern.compile(":\\s+|：");
  private static final Pattern QUOTE =
      Pattern.compile(
          "\"[^\"]{6,}\"|[“„][^”“]{6,}[”“]|«[^»]{6,}»|[「《][^」》]{3,}[」》]"
              + "|(?<![\\p{L}\\p{N}])'[^']{6,}'(?![\\p{L}\\p{N}])");

  /** Fewer words before a colon are a label, such as {@code sql:}. */
  private static final int LEAST_TOLD = 3;

  /** A paragraph that asks is not longer than this, in characters. */
  private static final int LONGEST_REQUEST = 240;

  private static final int LONGEST_BODY = 1500;

  /** Of a long prompt the ends are enough, and looking at more takes time. */
  private static final int END = 8000;

  /** Where words stand; what they count for there is told in classifier.yaml. */
  enum Place {
    /** A short paragraph at one of the ends. */
    REQUEST,
    /** The outer end of a long paragraph. */
    EDGE,
    /** Within a request, but in quotes or after a colon. */
    QUOTED,
    BODY
  }

  /**
   * A part of a prompt.
   *
   * @param text folded
   */
  record Zone(Place place, String text) {}

  static Layout of(String text, boolean code, long tokens) {
    List<String> parts = paragraphs(text);
    List<Zone> zones = new ArrayList<>();
    List<String> asking = new ArrayList<>();
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      boolean first = i == 0;
      boolean outer = first || i == parts.size() - 1;
      if (!outer || looksLikeCode(part) && parts.size() > 1) {
        body.append(part).append('\n');
      } else if (part.length() <= LONGEST_REQUEST) {
        asking.add(part);
        request(part, zones);
      } else {
        String end = end(part, first, parts.size() == 1, zones);
        asking.add(end);
        body.append(part).append('\n');
      }
    }
    String shown = body.substring(0, Math.min(body.length(), LONGEST_BODY));
    zones.add(new Zone(Place.BODY, Folded.of(shown)));
    String request = String.join("\n\n", asking);
    boolean pasted = !body.isEmpty() || text.contains("```");
    boolean material = pasted || AFTER_COLON.matcher(request).find();
    return new Layout(request, zones, material, code, tokens);
  }

  /** What is worked on is told from what is to be done. */
  private static void request(String part, List<Zone> zones) {
    Matcher colon = COLON.matcher(part);
    boolean told = colon.find() && words(part.substring(0, colon.start())) >= LEAST_TOLD;
    String asked = told ? part.substring(0, colon.start()) : part;
    StringBuilder quoted = new StringBuilder(told ? part.substring(colon.end()) : "");
    Matcher quote = QUOTE.matcher(asked);
    while (quote.find()) {
      quoted.append('\n').append(quote.group());
    }
    zones.add(new Zone(Place.REQUEST, Folded.of(quote.replaceAll(" \" \" "))));
    zones.add(new Zone(Place.QUOTED, Folded.of(quoted.toString())));
  }

  private static String end(String part, boolean first, boolean alone, List<Zone> zones) {
    String head = part.substring(0, LONGEST_REQUEST);
    String tail = part.substring(part.length() - LONGEST_REQUEST);
    if (first) {
      zones.add(new Zone(Place.EDGE, Folded.of(head)));
    }
    if (!first || alone) {
      zones.add(new Zone(Place.EDGE, Folded.of(tail)));
    }
    return alone ? head + "\n" + tail : first ? head : tail;
  }

  private static List<String> paragraphs(String text) {
    String ends =
        text.length() <= 2 * END
            ? text
            : text.substring(0, END) + "\n\n" + text.substring(text.length() - END);
    List<String> parts = new ArrayList<>();
    for (String part : BLANK_LINES.split(FENCE.matcher(ends).replaceAll("\n\n").strip())) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    if (!parts.isEmpty()) {
      splitOff(parts, 0, parts.get(0).indexOf('\n'));
      int last = parts.size() - 1;
      splitOff(parts, last, parts.get(last).lastIndexOf('\n'));
    }
    return parts;
  }

  /** A short line before or after a long paragraph is one of its own. */
  private static void splitOff(List<String> parts, int index, int lineEnd) {
    String part = parts.get(index);
    if (part.length() > LONGEST_REQUEST && lineEnd > 0) {
      parts.set(index, part.substring(0, lineEnd).strip());
      parts.add(index + 1, part.substring(lineEnd).strip());
    }
  }

  private static boolean looksLikeCode(String part) {
    return SourceCode.in(part);
  }

  /** Words of the request; in scripts without spaces two characters count as one. */
  int words() {
    return words(request);
  }

  private static int words(String text) {
    int words = 0;
    boolean inside = false;
    int unspaced = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ideograph = c >= 0x2E80 && Character.isLetter(c);
      boolean letter = Character.isLetterOrDigit(c) && !ideograph;
      unspaced += ideograph ? 1 : 0;
      words += letter && !inside ? 1 : 0;
      inside = letter || inside && (c == '\'' || c == '’' || c == '-');
    }
    return words + (unspaced + 1) / 2;
  }
}
