package dev.medley.cli;

import dev.medley.config.DataFiles;
import dev.medley.config.Target;
import dev.medley.repl.Chat;
import dev.medley.repl.Destination;
import dev.medley.repl.PlainScreen;
import dev.medley.repl.Screen;
import dev.medley.repl.Session;
import dev.medley.repl.command.AllCommands;
import dev.medley.repl.line.TerminalScreen;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    footer = {
      "",
      "Examples:",
      "  medley chat -m demo/swift",
      "  cat notes.md | medley chat",
      "  printf 'hi\\n/cost\\n' | medley chat --no-tty -m demo/swift"
    })
final class ChatCommand implements Callable<Integer> {
  @Mixin private PromptOptions prompt;
  @Mixin private ModelOptions models;
  @Mixin private ParameterOptions parameters;
  @Mixin private ConnectionOptions connection;
  @Mixin private ChainOptions chain;
  @Mixin private ChatOptions options;
  @Mixin private ConfigOption config;

  private final Services services;

  ChatCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    Console console = options.console(services);
    Targets targets = Targets.load(services, config, connection);
    if (options.noTty()) {
      prompt.leaveStandardInput();
    } else if (!services.streams().outIsTerminal()) {
      throw CommandFailed.usage(
          "chat needs a terminal", "--no-tty takes prompts from standard input");
    }
    TemplateUse template = prompt.template(targets);
    PromptOptions.Asked opening = prompt.opening(services, console, template);
    List<Target> named =
        targets.namedOrDefault(template.models(models.names(), targets.settings().routing()));
    Session session =
        new Session(new Destination.Direct(named.get(0), named.subList(1, named.size())));
    ChatSurroundings surroundings =
        new ChatSurroundings(services, console, targets, connection, chain);
    surroundings.warmUp(named.get(0));
    prepare(session, opening);
    try (Screen screen = screen(console, targets)) {
      options.apply(session, screen.interactive() || console.errIsTerminal());
      var failure =
          new Chat(surroundings, screen, session, AllCommands.list()).run(first(opening, session));
      return screen.interactive() ? ExitCode.OK : failure.map(ExitCode::of).orElse(ExitCode.OK);
    }
  }

  private void prepare(Session session, PromptOptions.Asked opening) {
    session.system(opening.system());
    session.parameters(parameters.parameters().orElse(opening.options()));
    session.stream(parameters.stream());
    opening.attachments().forEach(a -> session.pending().add(a.name(), a));
  }

  /** Words are said at once; what came without any waits for them. */
  private Optional<String> first(PromptOptions.Asked opening, Session session) {
    if (opening.user().isEmpty() || prompt.said().isPresent()) {
      return Optional.of(opening.user()).filter(text -> !text.isEmpty());
    }
    session.pending().add(opening.piped() ? "standard input" : "files", opening.user());
    return Optional.empty();
  }

  private Screen screen(Console console, Targets targets) {
    if (options.noTty()) {
      return new PlainScreen(
          new BufferedReader(
              new InputStreamReader(services.streams().in(), StandardCharsets.UTF_8)),
          console::print,
          console::noteRaw,
          console.outStyle(),
          console.errStyle());
    }
    boolean remembered = !options.noLog() && targets.settings().history().enabled();
    Optional<Path> typed =
        Optional.of(DataFiles.typedLines(services.environment())).filter(file -> remembered);
    return TerminalScreen.open(
        services.terminal(), options.terminalStyle(services), services.environment(), typed);
  }
}
