package dev.medley.demo;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes what a simulated model says: always the same for the same prompt, with something of the
 * prompt in it, and never without saying that it is simulated.
 */
final class AnswerWriter {
  private static final Pattern GREETING =
      Pattern.compile("(?i)\\s*(hi|hello|hey|good (morning|day|evening)|ping|test)\\b[\\s!.,?]*");
  private static final Pattern CHANGED_FILE = Pattern.compile("(?m)^\\+\\+\\+ (?:b/)?(\\S+)");
  private static final int NAMED_FILES = 2;

  private final Voice voice;
  private final String prompt;
  private final int pick;

  private AnswerWriter(ChatRequest request) {
    this.voice = Voice.of(request.model());
    this.prompt = request.prompt();
    this.pick = Objects.hash(prompt, request.variation());
  }

  static Answer write(ChatRequest request) {
    if (request.model() == SimulatedModel.JUDGE) {
      return Answer.of("", SimulatedVerdict.on(request.prompt()), request);
    }
    AnswerWriter writer = new AnswerWriter(request);
    return Answer.of(writer.fill("reasoning"), writer.text(), request);
  }

  private String text() {
    return commitMessage()
        .or(this::routing)
        .or(this::greeting)
        .or(this::summary)
        .orElseGet(() -> fill("other") + "\n\n" + fill("closing"));
  }

  private Optional<String> routing() {
    String lower = prompt.toLowerCase(Locale.ROOT);
    boolean asked =
        lower.contains("model rout") || lower.contains("routing") && lower.contains("model");
    return asked && !Digest.fits(prompt) ? Optional.of(fill("routing")) : Optional.empty();
  }

  private Optional<String> greeting() {
    return GREETING.matcher(prompt).matches()
        ? Optional.of(fill("greeting") + " " + fill("closing"))
        : Optional.empty();
  }

  private Optional<String> commitMessage() {
    List<String> files =
        CHANGED_FILE.matcher(prompt).results().map(AnswerWriter::fileName).distinct().toList();
    if (files.isEmpty() || !prompt.toLowerCase(Locale.ROOT).contains("commit")) {
      return Optional.empty();
    }
    String named = files.stream().limit(NAMED_FILES).collect(Collectors.joining(", "));
    int others = files.size() - NAMED_FILES;
    String more = others > 0 ? " and " + others + " more" : "";
    return Optional.of(fill("commit").replace("{files}", named + more) + "\n\n" + fill("closing"));
  }

  private Optional<String> summary() {
    List<String> sentences = Digest.fits(prompt) ? Digest.sentences(prompt) : List.of();
    if (sentences.isEmpty()) {
      return Optional.empty();
    }
    int points = Digest.points(prompt, Integer.parseInt(voice.say("points", 0)));
    int words = Integer.parseInt(voice.say("words", 0));
    String bullet = points == 1 ? "" : "- ";
    String body =
        sentences.stream()
            .limit(points)
            .map(sentence -> bullet + Digest.shorten(sentence, words))
            .collect(Collectors.joining("\n"));
    String left = fill("left").replace("{sentences}", String.valueOf(sentences.size()));
    return Optional.of(
        Stream.of(fill("lead"), body, left, fill("closing"))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("\n\n")));
  }

  private String fill(String occasion) {
    String phrase = voice.say(occasion, pick);
    // The prompt's words come last, so that nothing in them is taken for a blank to fill.
    return phrase.replace("{subject}", Subject.of(prompt));
  }

  private static String fileName(MatchResult line) {
    String path = line.group(1);
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
