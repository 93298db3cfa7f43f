package dev.medley.endpoint;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line for a person out of whatever a server wrote: no page of HTML, no stack trace. */
final class Sentence {
  private static final int LONGEST = 600;
  private static final int READ = 64 << 10;
  private static final Pattern TITLE =
      Pattern.compile("<title[^>]{0,100}>([^<]{1,300})", Pattern.CASE_INSENSITIVE);
  private static final Pattern PAGE =
      Pattern.compile("<(!doctype|html|head|body)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern JAVA_FRAMES = Pattern.compile("\\R\\s+at [\\w.$<>/]{1,200}\\(");
  private static final Pattern PYTHON_FRAMES =
      Pattern.compile("Traceback \\(most recent call last\\):");

  private Sentence() {}

  static String of(String text) {
    String start = text.length() > READ ? text.substring(0, READ) : text;
    return oneLine(withoutPage(withoutFrames(start)));
  }

  private static String withoutPage(String text) {
    Matcher page = PAGE.matcher(text);
    boolean found = page.find();
    if (!found && !text.stripLeading().startsWith("<")) {
      return text;
    }
    Matcher title = TITLE.matcher(text);
    return title.find() ? title.group(1) : found ? text.substring(0, page.start()) : "";
  }

  private static String withoutFrames(String text) {
    Matcher java = JAVA_FRAMES.matcher(text);
    if (java.find()) {
      return text.substring(0, java.start());
    }
    Matcher python = PYTHON_FRAMES.matcher(text);
    if (python.find()) {
      String last = text.stripTrailing();
      return text.substring(0, python.start()) + last.substring(last.lastIndexOf('\n') + 1);
    }
    return text;
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    if (line.length() <= LONGEST) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return line.substring(0, end) + "…";
  }
}
