package dev.medley.cli;

import dev.medley.chat.FailureKind;
import dev.medley.config.DataFiles;
import dev.medley.config.Target;
import dev.medley.config.TemplateUse;
import dev.medley.history.Recorder;
import dev.medley.repl.Chat;
import dev.medley.repl.Destination;
import dev.medley.repl.Enclosure;
import dev.medley.repl.Journal;
import dev.medley.repl.PlainScreen;
import dev.medley.repl.Resumed;
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
      "  medley chat -c",
      "  cat notes.md | medley chat",
      "  printf 'hi\\n/cost\\n' | medley chat --no-tty -m demo/swift"
    })
final class ChatCommand implements Callable<Integer> {
  @Mixin private PromptOptions prompt;
  @Mixin private ModelOptions models;
  @Mixin private ParameterOptions parameters;
  @Mixin private ConnectionOptions connection;
  @Mixin private ChainOptions chain;
  @Mixin private ConversationOptions conversation;
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
    if (isFirst(targets)) {
      return Welcome.say(console);
    }
    Recording recording = new Recording(services, console);
    Recorder recorder = recording.begin(options, targets.settings().history());
    try {
      return talk(console, targets, new Journal(recorder, services::newId));
    } finally {
      recording.end(recorder);
    }
  }

  /** Nobody is named in any way, neither here nor in the settings, and a person sits there. */
  private boolean isFirst(Targets targets) {
    boolean named =
        !models.names().isEmpty()
            || connection.baseUrl().isPresent()
            || prompt.template(targets).template().isPresent()
            || conversation.isContinued();
    return !options.noTty()
        && services.streams().inputKind() == Streams.InputKind.TERMINAL
        && !named
        && Welcome.suits(targets.settings());
  }

  private int talk(Console console, Targets targets, Journal journal) {
    TemplateUse template = prompt.template(targets);
    PromptOptions.Asked opening = prompt.opening(services, console, TemplateUse.NONE);
    ChatSurroundings surroundings =
        new ChatSurroundings(
            services,
            console,
            targets,
            new ChatSurroundings.Options(connection, chain, config),
            journal);
    Optional<Resumed> past =
        conversation
            .earlier(services, targets, console)
            .conversation()
            .map(surroundings::resumedFrom);
    List<Target> named = asked(targets, template, past);
    surroundings.warmUp(named.get(0));
    Session session = session(named, opening);
    session.template(template);
    Optional<String> first = first(opening, session, template);
    try (Screen screen = screen(console, targets)) {
      options.apply(session, screen.interactive() || console.errIsTerminal());
      Chat chat = new Chat(surroundings, screen, session, AllCommands.list());
      past.ifPresent(chat::resume);
      Optional<FailureKind> failure = chat.run(first);
      return screen.interactive() ? ExitCode.OK : failure.map(ExitCode::of).orElse(ExitCode.OK);
    } finally {
      surroundings.close();
    }
  }

  /** Whom prompts go to: those named, else who answered last, else the default. */
  private List<Target> asked(Targets targets, TemplateUse template, Optional<Resumed> past) {
    List<String> names = template.models(models.names(), targets.settings().routing());
    return names.isEmpty() && past.isPresent()
        ? List.of(past.get().model().get())
        : targets.namedOrDefault(names);
  }

  private Session session(List<Target> named, PromptOptions.Asked opening) {
    Session session =
        new Session(new Destination.Direct(named.get(0), named.subList(1, named.size())));
    session.system(opening.system());
    session.parameters(parameters.parameters().orElse(opening.options()));
    session.stream(parameters.stream());
    return session;
  }

  /** Words are said at once; what came without any waits for them. */
  private Optional<String> first(
      PromptOptions.Asked opening, Session session, TemplateUse template) {
    boolean said = prompt.said().isPresent() || template.speaksAlone();
    opening
        .attachments()
        .forEach(a -> session.pending().add(Enclosure.attachment(a.name(), a, List.of())));
    if (!opening.user().isEmpty()) {
      String name = opening.piped() ? "standard input" : "files";
      session.pending().add(Enclosure.text(name, opening.user(), opening.files()));
    }
    return said ? Optional.of("") : Optional.empty();
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
        services.terminal(),
        options.terminalStyle(services),
        options.answers(),
        services.environment(),
        typed);
  }
}
