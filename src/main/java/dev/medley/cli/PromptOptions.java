package dev.medley.cli;

import dev.medley.chat.Attachment;
import dev.medley.chat.Message;
import dev.medley.chat.Parameters;
import dev.medley.chat.Prompt;
import dev.medley.chat.Role;
import dev.medley.config.TemplateUse;
import dev.medley.history.PastFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What is asked: arguments, piped input, files and a system prompt. */
@OptionGroup("Prompt")
final class PromptOptions {
  @CommandLine.Parameters(
      paramLabel = "PROMPT",
      arity = "0..*",
      description = "joined by spaces; - is standard input")
  private List<String> words = new ArrayList<>();

  @Option(
      names = {"-s", "--system"},
      paramLabel = "TEXT|@FILE",
      description = "system prompt; compare takes several, each a variant")
  private List<String> systems = new ArrayList<>();

  private boolean severalSystems;

  @Option(
      names = {"-f", "--file"},
      paramLabel = "PATH",
      description = "text file to add to the prompt; repeatable")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = {"-a", "--attach"},
      paramLabel = "PATH|URL",
      description = "image or PDF to show the model, at most 20 MB; repeatable")
  private List<String> attached = new ArrayList<>();

  @Option(
      names = "--stdin",
      paramLabel = "WHEN",
      description =
          "read standard input: ${COMPLETION-CANDIDATES} (default: auto, if it is a pipe or a file)")
  private StandardInput.When stdin = StandardInput.When.auto;

  @Option(
      names = "--charset",
      paramLabel = "NAME",
      description = "of standard input and files (default: UTF-8)")
  private Charset charset = StandardCharsets.UTF_8;

  @CommandLine.Mixin private TemplateOptions templates;

  /**
   * What was asked, before a task or a model adds to it.
   *
   * @param user the whole text of the user message
   * @param options request fields of the template
   * @param piped whether standard input is part of it
   * @param files what of it came from files
   */
  record Asked(
      String user,
      List<Attachment> attachments,
      Optional<String> system,
      Parameters options,
      boolean piped,
      List<PastFile> files) {
    /** The prompt as it is sent. */
    Prompt prompt(Optional<String> taskSystem, Parameters parameters, boolean stream) {
      List<Message> messages = new ArrayList<>();
      system.or(() -> taskSystem).map(Message::system).ifPresent(messages::add);
      messages.add(new Message(Role.USER, user, attachments));
      return new Prompt(messages, parameters.orElse(options), stream);
    }
  }

  /** The template that was named, or none. */
  TemplateUse template(Targets targets) {
    return templates.chosen(targets);
  }

  /** The template that was named, or none; rows will fill in what has no value yet. */
  TemplateUse templateForRows(Targets targets) {
    return templates.chosenForRows(targets);
  }

  /** The words of the command line, for a template that is made from them. */
  Optional<String> said() {
    return Optional.of(String.join(" ", words).strip()).filter(text -> !text.isEmpty() && !dash());
  }

  /** Each system prompt is a variant. */
  void takeSeveralSystems() {
    severalSystems = true;
  }

  /** The system prompts that were given, in order. */
  List<String> systems(Services services) {
    TextFiles texts = new TextFiles(services.environment(), charset);
    return systems.stream().map(texts::textOrFile).toList();
  }

  /** The system prompt that was given. */
  Optional<String> system(Services services) {
    List<String> given = systems(services);
    if (given.size() > 1 && !severalSystems) {
      throw CommandFailed.usage(
          "--system is given " + given.size() + " times", "only compare takes several");
    }
    return given.stream().findFirst();
  }

  /** Whether the command line has something to ask. */
  boolean given() {
    return !words.isEmpty() || !files.isEmpty();
  }

  /** Standard input is for something else. */
  void leaveStandardInput() {
    stdin = StandardInput.When.no;
  }

  Asked read(Services services, Console console, TemplateUse template) {
    Asked asked = opening(services, console, template);
    if (asked.user().isEmpty() && asked.attachments().isEmpty()) {
      throw nothingToAsk(template);
    }
    return asked;
  }

  /** The same, where there need not be anything to ask: the user's text may be empty. */
  Asked opening(Services services, Console console, TemplateUse template) {
    Asked brought = brought(services, console, dash() ? "" : String.join(" ", words).strip());
    String input = brought.user();
    boolean asks = !input.isEmpty() || !brought.attachments().isEmpty() || template.speaksAlone();
    return new Asked(
        asks ? template.user(input) : "",
        brought.attachments(),
        system(services).or(() -> template.system(input)),
        template.options(),
        brought.piped(),
        brought.files());
  }

  /** Piped text and files without the words: what every prompt of a file begins with. */
  Asked around(Services services, Console console) {
    return brought(services, console, "");
  }

  private Asked brought(Services services, Console console, String said) {
    TextFiles texts = new TextFiles(services.environment(), charset);
    Optional<String> piped =
        new StandardInput(services.streams(), console, charset)
            .read(dash() ? StandardInput.When.yes : stdin, !dash() && !words.isEmpty());
    List<String> parts = new ArrayList<>();
    piped.map(String::stripTrailing).filter(text -> !text.isBlank()).ifPresent(parts::add);
    boolean fromPipe = !parts.isEmpty();
    files.stream().map(texts::fenced).forEach(parts::add);
    if (!said.isEmpty()) {
      parts.add(said);
    }
    AttachedFiles beside = new AttachedFiles(services.environment());
    return new Asked(
        String.join("\n\n", parts),
        attached.stream().map(beside::attach).toList(),
        Optional.empty(),
        Parameters.NONE,
        fromPipe,
        Stream.of(texts.quoted(), beside.attached()).flatMap(List::stream).toList());
  }

  private boolean dash() {
    return words.equals(List.of("-"));
  }

  private static CommandFailed nothingToAsk(TemplateUse template) {
    return template
        .template()
        .map(
            one ->
                CommandFailed.usage(
                    "template " + one.name() + " needs input",
                    "pipe it, name a file with -f, or give it as an argument"))
        .orElseGet(
            () ->
                CommandFailed.usage(
                    "no prompt", "write it after the options, pipe it, or name a file with -f"));
  }
}
