package dev.medley.cli;

import dev.medley.chat.Attachment;
import dev.medley.chat.Cancellation;
import dev.medley.chat.Clock;
import dev.medley.chat.Prompt;
import dev.medley.config.Chain;
import dev.medley.config.Environment;
import dev.medley.config.Settings;
import dev.medley.config.Target;
import dev.medley.config.TemplateUse;
import dev.medley.config.Templates;
import dev.medley.fallback.Cooldown;
import dev.medley.fallback.Fallback;
import dev.medley.history.PastConversation;
import dev.medley.render.terminal.markdown.MarkdownStream;
import dev.medley.repl.Enclosure;
import dev.medley.repl.Journal;
import dev.medley.repl.Refused;
import dev.medley.repl.Resumed;
import dev.medley.repl.Surroundings;
import dev.medley.route.ModelPool;
import dev.medley.send.Budget;
import dev.medley.send.Models;
import dev.medley.send.Sender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The program around a conversation. */
class ChatSurroundings implements Surroundings {
  /** Commands of the program that read a configuration. */
  private static final Set<String> CONFIGURED = Set.of("models", "doctor", "spend");

  private final Services services;
  private final Console console;
  private final Targets targets;
  private final Options options;
  private final Budget budget;
  private final Journal journal;
  private List<Target> known;
  private Models models;
  private Optional<ChatRehearsal> rehearsal = Optional.empty();

  /** What the command line says about how prompts travel. */
  record Options(ConnectionOptions connection, ChainOptions chain, ConfigOption config) {}

  ChatSurroundings(
      Services services, Console console, Targets targets, Options options, Journal journal) {
    this.services = services;
    this.console = console;
    this.targets = targets;
    this.options = options;
    this.budget = options.chain().spending().budget(services, targets, console);
    this.journal = journal;
  }

  /** The same, with another journal. */
  ChatSurroundings(ChatSurroundings like, Journal journal) {
    this.services = like.services;
    this.console = like.console;
    this.targets = like.targets;
    this.options = like.options;
    this.budget = like.budget;
    this.journal = journal;
  }

  @Override
  public Environment environment() {
    return services.environment();
  }

  @Override
  public Clock clock() {
    return services.clock();
  }

  @Override
  public Settings settings() {
    return targets.settings();
  }

  @Override
  public Templates templates() {
    return targets.templates();
  }

  @Override
  public TemplateUse template(String name, Map<String, String> values) {
    return orRefused(() -> TemplateOptions.use(name, values, targets));
  }

  @Override
  public List<Target> named(List<String> names) {
    return orRefused(() -> targets.namedOrDefault(names));
  }

  @Override
  public ModelPool pool() {
    return new ConfiguredPool(services, targets, console, options.chain());
  }

  @Override
  public List<Target> known() {
    if (known == null) {
      known = targets.known();
    }
    return known;
  }

  @Override
  public Fallback.Plan plan(List<Target> candidates) {
    return orRefused(() -> plans().of(candidates, List.of()));
  }

  @Override
  public Fallback.Plan plan(Chain walked) {
    return orRefused(() -> plans().of(walked, List.of()));
  }

  /** Anew for every prompt: a deadline begins with it. */
  private Plans plans() {
    return new Plans(services, targets, options.connection(), options.chain(), false);
  }

  @Override
  public Fallback fallback() {
    return new Fallback(sender(), services.clock(), cooldown(), services.alarm());
  }

  Cooldown cooldown() {
    return options.chain().cooldown(services, console);
  }

  @Override
  public Sender sender() {
    return services.sender(models());
  }

  /** One way to the servers for the whole session: connections stay open from turn to turn. */
  private synchronized Models models() {
    if (models == null) {
      models = budget.over(services.models(targets.connection()));
    }
    return models;
  }

  @Override
  public String text(String path) {
    return orRefused(() -> texts().read(Path.of(path)));
  }

  @Override
  public Enclosure quote(String path) {
    TextFiles texts = texts();
    String text = orRefused(() -> texts.fenced(Path.of(path)));
    return Enclosure.text(path, text, texts.quoted());
  }

  private TextFiles texts() {
    return new TextFiles(environment(), StandardCharsets.UTF_8);
  }

  @Override
  public Enclosure attach(String written) {
    AttachedFiles files = new AttachedFiles(environment());
    Attachment attachment = orRefused(() -> files.attach(written));
    return Enclosure.attachment(written, attachment, files.attached());
  }

  @Override
  public Resumed resumed(String id) {
    return orRefused(
        () -> {
          Resumed past = resumedFrom(ConversationOptions.named(new HistoryDesk(services), id));
          Target model = past.model().get();
          return new Resumed(past.id(), past.system(), () -> model, past.conversation());
        });
  }

  Resumed resumedFrom(PastConversation past) {
    return new ResumedChat(new PastModels(targets), new AttachedAgain(services, console)).of(past);
  }

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public Cancellation renewedCancellation() {
    rehearsal.ifPresent(ChatRehearsal::enough);
    return services.renewedCancellation();
  }

  @Override
  public int run(String... args) {
    List<String> words = new ArrayList<>(List.of(args));
    options
        .config()
        .file()
        .filter(file -> CONFIGURED.contains(args[0]))
        .ifPresent(
            file -> {
              words.add("--config");
              words.add(file.toString());
            });
    return new CommandTree(services).run(words.toArray(String[]::new));
  }

  @Override
  public void warmUp(Target target) {
    Optional<ChatRehearsal> first =
        rehearsal.isEmpty()
            ? Optional.of(new ChatRehearsal(this, services, target))
            : Optional.empty();
    rehearsal = rehearsal.or(() -> first);
    Thread loading =
        new Thread(
            () -> {
              models().open(target).preview(Prompt.of("hi"));
              MarkdownStream.warmUp();
              first.ifPresent(ChatSurroundings::rehearse);
            },
            "medley-warm-up");
    loading.setDaemon(true);
    loading.setUncaughtExceptionHandler((thread, late) -> {}); // the first prompt will tell
    loading.start();
  }

  /** The conversation is over. */
  void close() {
    rehearsal.ifPresent(ChatRehearsal::breakOff);
  }

  private static void rehearse(ChatRehearsal first) {
    try {
      first.run();
    } catch (IOException unpractised) {
      // Then the first answers take a little longer.
    }
  }

  private static <T> T orRefused(Supplier<T> work) {
    try {
      return work.get();
    } catch (CommandFailed failed) {
      throw new Refused(failed.failure());
    }
  }
}
