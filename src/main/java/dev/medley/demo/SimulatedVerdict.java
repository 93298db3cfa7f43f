package dev.medley.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the simulated judge says: it counts words and says so. Two answers that differ by less than
 * a tenth are a tie; one answer alone passes if it has five words.
 */
final class SimulatedVerdict {
  private static final Pattern OPENING = Pattern.compile("<<(\\w+) prompt>>");
  private static final double TIE = 0.9;
  private static final int ENOUGH = 5;
  private static final String DISCLAIMER =
      " (demo/judge only simulates a judge: it counts words and understands none.)";

  private SimulatedVerdict() {}

  static String on(String prompt) {
    Matcher opening = OPENING.matcher(prompt);
    if (!opening.find()) {
      return "I give verdicts on answers that compare --judge shows to me, and nothing else."
          + DISCLAIMER;
    }
    String mark = opening.group(1);
    return quoted(prompt, mark, "answer 1")
        .flatMap(first -> quoted(prompt, mark, "answer 2").map(second -> pair(first, second)))
        .or(() -> quoted(prompt, mark, "answer").map(SimulatedVerdict::single))
        .orElse("There is no answer to judge." + DISCLAIMER);
  }

  private static String pair(String first, String second) {
    int one = words(first);
    int two = words(second);
    String reason = "One has " + one + " words, the other " + two + ".";
    if (Math.min(one, two) >= TIE * Math.max(one, two)) {
      return json(reason, "tie");
    }
    return json(reason, one > two ? "1" : "2");
  }

  private static String single(String answer) {
    int words = words(answer);
    return json("It has " + words + " words.", words >= ENOUGH ? "pass" : "fail");
  }

  private static String json(String reason, String verdict) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("reason", reason + DISCLAIMER)
        .put("verdict", verdict)
        .toString();
  }

  private static Optional<String> quoted(String prompt, String mark, String name) {
    String open = "<<" + mark + " " + name + ">>\n";
    int from = prompt.indexOf(open);
    int to = prompt.indexOf("\n<<" + mark + " end of " + name + ">>");
    return from < 0 || to < from + open.length()
        ? Optional.empty()
        : Optional.of(prompt.substring(from + open.length(), to));
  }

  private static int words(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }
}
