package dev.medley.repl.command;

import dev.medley.config.PrivateFile;
import dev.medley.render.SafeText;
import dev.medley.repl.Chat;
import dev.medley.repl.Command;
import dev.medley.repl.Command.Group;
import dev.medley.repl.Conversation;
import dev.medley.repl.Destination;
import dev.medley.repl.Refused;
import dev.medley.repl.Resumed;
import dev.medley.repl.Transcript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The conversation as a whole: leaving it, coming back to it, keeping it in a file. */
final class LineCommands {
  static final List<Command> ALL =
      List.of(
          new Command(
              "branch",
              Group.CONVERSATION,
              "",
              "go on in a conversation of its own",
              LineCommands::branch),
          new Command(
              "clear",
              Group.CONVERSATION,
              "",
              "begin a new conversation; the old one is kept",
              LineCommands::clear),
          new Command(
              "save",
              Group.CONVERSATION,
              "FILE",
              "write it to a file: Markdown, or .json",
              FileNames.ANY,
              LineCommands::save),
          new Command(
              "load",
              Group.CONVERSATION,
              "FILE.json|ID",
              "go on with a saved or an earlier conversation",
              FileNames.ANY,
              LineCommands::load),
          new Command(
              "history",
              Group.CONVERSATION,
              "[OPTIONS]",
              "what was asked before, here and elsewhere",
              (chat, argument) -> chat.program(ModelCommands.words("history list", argument))),
          new Command(
              "search",
              Group.CONVERSATION,
              "WORDS",
              "look for words in prompts and answers",
              LineCommands::search));

  private LineCommands() {}

  private static void search(Chat chat, String words) {
    if (words.isEmpty()) {
      throw Refused.usage("no words to look for", "/search sky blue");
    }
    chat.program(ModelCommands.words("history search", words));
  }

  private static void branch(Chat chat, String argument) {
    if (chat.session().conversation().turns().isEmpty()) {
      throw Refused.usage("there is nothing to branch from", "say something first");
    }
    String old = left(chat);
    chat.surroundings().journal().conversation(Optional.empty());
    chat.screen().note("a conversation of its own from here on" + old);
  }

  private static void clear(Chat chat, String argument) {
    String old = left(chat);
    chat.session().conversation(Conversation.EMPTY);
    chat.surroundings().journal().conversation(Optional.empty());
    chat.screen().note("a new conversation" + old);
  }

  private static String left(Chat chat) {
    return chat.surroundings()
        .journal()
        .conversationId()
        .map(id -> "; the old one is kept: /load " + id)
        .orElse("");
  }

  private static void save(Chat chat, String name) {
    Path file = file(chat, name);
    boolean ours = chat.session().ownFiles().contains(file);
    if (Files.exists(file) && !ours) {
      throw Refused.usage(name + " is there already", "save under another name");
    }
    Transcript transcript = new Transcript(chat.session().system(), chat.session().conversation());
    try {
      new PrivateFile(file).write(json(name) ? transcript.json() : transcript.markdown());
    } catch (IOException unwritable) {
      throw Refused.usage("cannot write " + name, "check the folder and its permissions");
    }
    chat.session().ownFiles().add(file);
    chat.screen()
        .note(
            Conversation.turns(chat.session().conversation().turns().size())
                + " in "
                + SafeText.forTerminal(name));
  }

  private static void load(Chat chat, String name) {
    if (!json(name)) {
      resume(chat, name);
      return;
    }
    try {
      String text = Files.readString(file(chat, name), StandardCharsets.UTF_8);
      Transcript transcript = Transcript.read(text);
      chat.session().ownFiles().add(file(chat, name));
      chat.session().system(transcript.system());
      chat.session().conversation(transcript.conversation());
      chat.surroundings().journal().conversation(Optional.empty());
      chat.screen()
          .note(
              Conversation.turns(transcript.conversation().turns().size())
                  + " from "
                  + SafeText.forTerminal(name));
    } catch (IOException unreadable) {
      throw Refused.usage("cannot read " + name, "a file that /save NAME.json has written");
    }
  }

  private static void resume(Chat chat, String id) {
    if (id.isEmpty()) {
      throw Refused.usage("which one?", "a file of /save NAME.json, or an id of /history");
    }
    Resumed past = chat.surroundings().resumed(id);
    chat.session().system(Optional.empty());
    chat.session().sendTo(new Destination.Direct(past.model().get(), List.of()));
    chat.resume(past);
  }

  private static boolean json(String name) {
    return name.endsWith(".json");
  }

  private static Path file(Chat chat, String name) {
    if (name.isEmpty()) {
      throw Refused.usage("which file?", "/save notes.md or /save notes.json");
    }
    try {
      var environment = chat.surroundings().environment();
      return environment.path(name, environment.workingFolder());
    } catch (InvalidPathException odd) {
      throw Refused.usage("not a path: " + name, "");
    }
  }
}
