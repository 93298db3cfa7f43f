package dev.medley.cli;

import dev.medley.chat.Message;
import dev.medley.chat.Prompt;
import dev.medley.chat.Role;
import dev.medley.config.Target;
import dev.medley.history.Filter;
import dev.medley.history.PastConversation;
import dev.medley.history.PastRun;
import dev.medley.history.Question;
import dev.medley.send.Models;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    footer = {
      "",
      "Examples:",
      "  medley again -m demo/sage",
      "  medley again --compare demo/swift,demo/steady",
      "  medley again --temperature 0",
      "  medley again --id mwvipgxp"
    })
final class AgainCommand implements Callable<Integer> {
  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "of the run to repeat, or its beginning (default: the last one)")
  private String id;

  @Option(
      names = "--compare",
      paramLabel = "MODEL",
      split = ",",
      description = "these models side by side instead; several by comma or repetition")
  private List<String> compared = new ArrayList<>();

  @Mixin private ModelOptions models;
  @Mixin private ParameterOptions parameters;
  @Mixin private ConnectionOptions connection;
  @Mixin private ChainOptions chain;
  @Mixin private OutputOptions output;
  @Mixin private AnswerOptions answer;
  @Mixin private ConfigOption config;

  private final Services services;

  AgainCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    Console console = output.console(services);
    Targets targets = Targets.load(services, config, connection);
    HistoryDesk desk = new HistoryDesk(services);
    PastRun past = past(desk);
    AnswerForm form = answer.form(services, PastForm.of(past.question()));
    AttachedAgain files = new AttachedAgain(services, console);
    files.tellChangedTexts(past.question().files());
    Earlier earlier = earlier(past, desk, targets, files);
    Prompt prompt = earlier.before(prompt(past.question(), files));
    Request request =
        new Request("again", prompt, files.now(past.question().files()))
            .following(earlier.conversation());
    if (sideBySide(past)) {
      Panel panel = panel(past, form, targets, console);
      return new AgainComparison(new ComparisonSetting(services, output, console, panel), targets)
          .run(request);
    }
    Plans plans = new Plans(services, targets, connection, chain, output.json || form.held());
    return new PromptRun(services, output, console, targets, form)
        .run(request, plans.of(candidates(past, targets), List.of()), chain);
  }

  /** What was a comparison is one again, unless one model is named. */
  private boolean sideBySide(PastRun past) {
    if (!compared.isEmpty() && !models.names().isEmpty()) {
      throw CommandFailed.usage("both -m and --compare are given", "give one of them");
    }
    boolean wasOne = past.heading().comparisonId().isPresent() && models.names().isEmpty();
    return !compared.isEmpty() || wasOne;
  }

  private Panel panel(PastRun past, AnswerForm form, Targets targets, Console console) {
    if (form.file().isPresent()) {
      throw CommandFailed.usage(
          "--output takes one answer, not several", "leave it out, or name one model with -m");
    }
    List<Target> asked =
        compared.isEmpty() ? new PastModels(targets).asked(past) : targets.named(compared);
    Models limited =
        chain
            .spending()
            .budget(services, targets, console)
            .over(services.models(targets.connection()));
    return new Panel(
        asked,
        form.over(limited),
        form,
        new MatrixOptions().dispatcher(services, targets.settings()),
        connection.retries(output.json || form.held()));
  }

  private PastRun past(HistoryDesk desk) {
    PastRun past =
        id != null
            ? desk.run(id)
            : desk.read(history -> history.last(Filter.ALL))
                .orElseThrow(
                    () ->
                        CommandFailed.usage(
                            "nothing to repeat", "ask something first: medley ask \"…\""));
    if (past.question().user().isEmpty()) {
      throw CommandFailed.usage(
          "the prompt of " + past.id() + " was not kept",
          "history.bodies was false in the configuration");
    }
    return past;
  }

  /** What the prompt followed then. */
  private static Earlier earlier(
      PastRun past, HistoryDesk desk, Targets targets, AttachedAgain files) {
    Optional<PastConversation> before =
        past.heading()
            .place()
            .parentId()
            .flatMap(parent -> desk.conversations(known -> known.upTo(parent)));
    return new Earlier(before, new PastModels(targets), files);
  }

  private Prompt prompt(Question question, AttachedAgain files) {
    List<Message> messages = new ArrayList<>();
    question.system().map(Message::system).ifPresent(messages::add);
    messages.add(
        new Message(Role.USER, question.user().orElseThrow(), files.attachments(question.files())));
    return new Prompt(
        messages,
        parameters.parameters().orElse(question.parameters()),
        parameters.stream() && question.streamed());
  }

  /** Those that are named, else those that could have been asked then. */
  private List<Target> candidates(PastRun past, Targets targets) {
    return models.names().isEmpty()
        ? new PastModels(targets).asked(past)
        : List.of(targets.one(models.names(), "again"));
  }
}
