package dev.medley.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.chat.Dialect;
import dev.medley.chat.Parameters;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What to say otherwise when a server names a part of the request that it does not take. Only what
 * costs the user nothing that they asked for is corrected, and only if the part itself is refused:
 * that a value is too large is the user's to know.
 */
final class Corrections {
  private static final String STREAM_OPTIONS = "stream_options";
  private static final Pattern REFUSED =
      Pattern.compile(
          "unsupported|not supported|n.t support|unrecogni[sz]ed|unknown|not permitted|not allowed"
              + "|unexpected|extra (inputs|fields)|extra_forbidden|not one of|must be verified to stream"
              + "|invalid (role|field|param|argument)|no such (field|param)|deprecated");
  private static final Pattern STREAM = Pattern.compile("\\b(stream|streaming)\\b");

  private Corrections() {}

  /**
   * Another way to say the same.
   *
   * @param notice what is different, for people
   */
  record Corrected(Speech speech, String notice) {}

  /** Empty when the failure is about something else. */
  static Optional<Corrected> of(int status, ErrorBody error, ObjectNode sent, Speech speech) {
    String words =
        String.join(" ", error.message(), error.param(), error.code(), error.type())
            .toLowerCase(Locale.ROOT);
    if (status != 400 && status != 422 || !REFUSED.matcher(words).find()) {
      return Optional.empty();
    }
    if (sent.has(STREAM_OPTIONS) && words.contains(STREAM_OPTIONS)) {
      return Optional.of(without(STREAM_OPTIONS, speech));
    }
    Optional<Corrected> limit = limit(words, sent, speech);
    if (limit.isPresent()) {
      return limit;
    }
    if (sent.has("temperature") && words.contains("temperature")) {
      return Optional.of(without("temperature", speech));
    }
    Optional<Corrected> role = role(words, sent, speech);
    if (role.isPresent()) {
      return role;
    }
    return sent.has("stream") && STREAM.matcher(words).find()
        ? Optional.of(without("stream", speech))
        : Optional.empty();
  }

  private static Corrected without(String field, Speech speech) {
    Set<String> omit = new HashSet<>(speech.dialect().omit());
    omit.add(field);
    return new Corrected(
        speech.with(new Dialect(omit, speech.dialect().maxTokensField())),
        "sent again without " + field);
  }

  private static Optional<Corrected> limit(String words, ObjectNode sent, Speech speech) {
    List<String> names = List.of(Parameters.MAX_TOKENS, Parameters.MAX_COMPLETION_TOKENS);
    for (String field : names) {
      if (sent.has(field) && words.contains(field)) {
        String other = names.get(1 - names.indexOf(field));
        Dialect changed = new Dialect(speech.dialect().omit(), Optional.of(other));
        return Optional.of(
            new Corrected(
                speech.with(changed), "sent again with " + other + " instead of " + field));
      }
    }
    return Optional.empty();
  }

  /** Models that take no system message take the same words as a developer's or the user's. */
  private static Optional<Corrected> role(String words, ObjectNode sent, Speech speech) {
    boolean used = false;
    for (JsonNode message : sent.path("messages")) {
      used |= message.path("role").asText().equals(speech.systemRole());
    }
    if (!used
        || !words.contains("role") && !words.contains("messages")
        || !words.matches(".*\\b" + speech.systemRole() + "\\b.*")) {
      return Optional.empty();
    }
    String role =
        speech.systemRole().equals("system") && words.contains("developer") ? "developer" : "user";
    return Optional.of(
        new Corrected(
            new Speech(speech.dialect(), role),
            "sent again with the system message as role " + role));
  }
}
