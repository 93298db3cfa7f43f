package dev.medley.repl.command;

import dev.medley.repl.Command;
import java.util.List;
import java.util.stream.Stream;

/** Every command, in the order in which help lists them. */
public final class AllCommands {
  private AllCommands() {}

  public static List<Command> list() {
    return Stream.of(
            ModelCommands.ALL,
            CompareCommands.ALL,
            PromptCommands.ALL,
            List.of(SetCommand.SET, TemplateCommand.TEMPLATE),
            TurnCommands.ALL,
            LineCommands.ALL,
            ClipboardCommand.ALL,
            NumberCommands.ALL,
            ProgramCommands.ALL)
        .flatMap(List::stream)
        .toList();
  }
}
