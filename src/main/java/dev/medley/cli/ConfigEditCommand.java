package dev.medley.cli;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.config.Loaded;
import dev.medley.repl.Refused;
import dev.medley.repl.line.Editor;
import dev.medley.repl.line.KeyPress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    footer = {
      "",
      "Examples:",
      "  medley config edit",
      "  EDITOR=nano medley config edit",
      "",
      "The editor is $VISUAL, else $EDITOR, else vi. Where there is no file yet, a commented one is",
      "written first. What you wrote stays in the file, with its mistakes, until you change it.",
    })
final class ConfigEditCommand implements Callable<Integer> {
  @Mixin private ConfigOption config;
  private final Services services;

  ConfigEditCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    Console console = new OutputOptions().console(services);
    Path file = ConfigCommand.file(services, config);
    String shown = services.environment().display(file);
    Editor editor = editor(shown);
    prepare(file);
    while (true) {
      edit(editor, file, shown);
      Loaded loaded = ConfigCommand.load(services, config);
      if (loaded.problems().isEmpty()) {
        console.println(shown + (Files.exists(file) ? ": ok" : ": not there"));
        return ExitCode.OK;
      }
      CommandFailed wrong = Targets.wrong(loaded.problems());
      if (!atTerminal()) {
        throw wrong;
      }
      Border.print(console, wrong.failure(), wrong.details(), false);
      if (!again(console)) {
        return ExitCode.of(wrong.failure().kind());
      }
    }
  }

  /** Without a terminal the usual one would wait for keys that nobody can press. */
  private Editor editor(String shown) {
    Editor editor = new Editor(services.environment());
    if (!editor.isChosen() && !atTerminal()) {
      throw new CommandFailed(
          Failure.of(FailureKind.CONFIG, "no editor: neither VISUAL nor EDITOR is set")
              .withHint("set one of them to your editor, or edit " + shown + " by hand"));
    }
    return editor;
  }

  private boolean atTerminal() {
    return services.streams().inputKind() == Streams.InputKind.TERMINAL
        && services.streams().errIsTerminal();
  }

  private void prepare(Path file) {
    if (Files.isDirectory(file)) {
      throw new CommandFailed(
          Failure.of(FailureKind.CONFIG, file + " is a folder")
              .withHint("move it away, or name a file with --config"));
    }
    if (!Files.exists(file)) {
      Loaded known = ConfigCommand.load(services, new ConfigOption());
      ConfigInitCommand.write(file, known.settings().roster().defaultModel());
    }
  }

  private static void edit(Editor editor, Path file, String shown) {
    try {
      editor.open(file);
    } catch (Refused failed) {
      Failure failure = failed.failure();
      throw new CommandFailed(failure.withHint(failure.hint() + "; the file is " + shown));
    }
  }

  private boolean again(Console console) {
    console.noteRaw("e to edit it again, any other key to leave it so: ");
    OptionalInt key = KeyPress.read(services.terminal());
    console.note("");
    return key.isPresent() && Character.toLowerCase(key.getAsInt()) == 'e';
  }
}
