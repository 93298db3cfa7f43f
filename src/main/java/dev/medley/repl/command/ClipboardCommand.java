package dev.medley.repl.command;

import dev.medley.repl.Chat;
import dev.medley.repl.Command;
import dev.medley.repl.Command.Group;
import dev.medley.repl.Refused;
import dev.medley.repl.Suggestion;
import dev.medley.repl.Turn;
import dev.medley.send.FencedBlock;
import java.util.List;

/** Puts an answer on the clipboard. */
final class ClipboardCommand {
  static final List<Command> ALL =
      List.of(
          new Command(
              "copy",
              Group.CONVERSATION,
              "[code]",
              "last answer, or its code, to the clipboard",
              (chat, before, word) ->
                  List.of(new Suggestion("code", "", "the first code block only")),
              ClipboardCommand::copy));

  private ClipboardCommand() {}

  private static void copy(Chat chat, String what) {
    List<Turn> turns = chat.session().conversation().turns();
    if (turns.isEmpty()) {
      throw Refused.usage("there is no answer to copy", "say something first");
    }
    String answer = turns.get(turns.size() - 1).answer();
    String text = what.equals("code") ? code(answer) : answer;
    if (!chat.screen().copy(text)) {
      throw Refused.usage("there is no terminal whose clipboard it could go to", "/save FILE");
    }
    chat.screen().note(text.codePointCount(0, text.length()) + " characters on the clipboard");
  }

  private static String code(String answer) {
    return FencedBlock.first(answer)
        .orElseThrow(
            () -> Refused.usage("the last answer has no code block", "/copy takes it all"));
  }
}
