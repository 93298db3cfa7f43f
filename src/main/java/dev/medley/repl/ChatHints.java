package dev.medley.repl;

import dev.medley.render.ErrorText;
import dev.medley.render.Style;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What to do next, in the words of a conversation. The rest of the program advises command lines;
 * here the same is done by a command of the chat, or by an option at its start.
 */
public final class ChatHints {
  private static final Map<Pattern, String> COMMANDS = new LinkedHashMap<>();

  static {
    put("medley fallback -m ([^ ;,)]+(?:,[^ ;,)]+)*)(?: \"[^\"]*\")?", "/fallback $1");
    put("medley ask -m (\\S+)(?: \"[^\"]*\")?", "/model $1");
    put("medley templates(?: list)?(?= lists)", "/template");
    put("medley history list", "/history");
    put("medley history search", "/search");
    put("medley spend", "/usage");
    put("medley (models|doctor|compare|fallback)(?! [a-z]+ [A-Z])", "/$1");
    put("--dry-run shows the request", "/set shows them");
    put("(?<= )-f(?=[ ,]|$)", "/file");
    put("(?<= )-m(?=[ ,]|$)", "/model");
  }

  /** Request fields, which are options on a command line. */
  private static final Pattern FIELD =
      Pattern.compile("--(temperature|max-tokens|seed|top-p|stop|reasoning-effort)\\b");

  /** What can only be said when the conversation begins. */
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+");

  private ChatHints() {}

  private static void put(String commandLine, String command) {
    COMMANDS.put(Pattern.compile(commandLine), command);
  }

  /** Errors whose advice can be followed here. */
  public static ErrorText errors(Style style) {
    return new ErrorText(style, false, ChatHints::of);
  }

  static String of(String hint) {
    String text = hint;
    for (var entry : COMMANDS.entrySet()) {
      text = entry.getKey().matcher(text).replaceAll(entry.getValue());
    }
    text = FIELD.matcher(text).replaceAll(ChatHints::set);
    return OPTION.matcher(text).find() ? text + " (options are given to medley chat)" : text;
  }

  private static String set(MatchResult field) {
    String name = field.group(1).replace('-', '_');
    return Matcher.quoteReplacement("/set " + name);
  }
}
