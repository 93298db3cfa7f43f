package dev.medley.cli;

import dev.medley.config.HistorySettings;
import dev.medley.history.Conversations;
import dev.medley.history.PastConversation;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether a prompt goes on with a conversation. */
@OptionGroup("Conversation")
final class ConversationOptions {
  private static final int SHOWN = 5;

  @Option(
      names = {"-c", "--continue"},
      description = "go on with the last conversation: its model, its system prompt")
  private boolean last;

  @Option(
      names = "--cid",
      paramLabel = "ID",
      description = "go on with this conversation; after an older run of it, in a branch")
  private String id;

  boolean isContinued() {
    return last || id != null;
  }

  /** What was said before; nothing when that was not asked for. */
  Earlier earlier(Services services, Targets targets, Console console) {
    return new Earlier(
        conversation(services, targets),
        new PastModels(targets),
        new AttachedAgain(services, console));
  }

  private Optional<PastConversation> conversation(Services services, Targets targets) {
    if (!isContinued()) {
      return Optional.empty();
    }
    if (last && id != null) {
      throw CommandFailed.usage("both -c and --cid are given", "give one of them");
    }
    refuseWhereNothingIsKept(targets.settings().history());
    HistoryDesk desk = new HistoryDesk(services);
    return Optional.of(last ? lastOne(desk) : named(desk, id));
  }

  private static void refuseWhereNothingIsKept(HistorySettings settings) {
    if (!settings.enabled() || !settings.bodies()) {
      String key = settings.enabled() ? "history.bodies" : "history.enabled";
      throw CommandFailed.usage(
          "no conversation can be continued while " + key + " is false",
          "set it to true in the configuration: prompts and answers are kept from then on");
    }
  }

  private static PastConversation lastOne(HistoryDesk desk) {
    return desk.conversations(Conversations::last)
        .orElseThrow(
            () ->
                CommandFailed.usage(
                    "no conversation to continue",
                    "begin one without -c; what was asked with -n, or failed, is none"));
  }

  /** The conversation of that id, or that the run of that id is a turn of. */
  static PastConversation named(HistoryDesk desk, String id) {
    return id.startsWith("c-") ? byConversation(desk, id) : byRun(desk, id);
  }

  private static PastConversation byConversation(HistoryDesk desk, String id) {
    List<String> ids = desk.conversations(known -> known.beginningWith(id, SHOWN));
    if (ids.size() > 1) {
      throw CommandFailed.usage(
          "several conversations begin with " + id, "such as " + String.join(", ", ids));
    }
    return ids.stream()
        .findFirst()
        .flatMap(one -> desk.conversations(known -> known.latest(one)))
        .orElseThrow(
            () ->
                CommandFailed.usage(
                    "no conversation \"" + id + "\" that could be continued",
                    "medley history show ID names the conversation of a run"));
  }

  private static PastConversation byRun(HistoryDesk desk, String id) {
    String run = desk.run(id).id();
    return desk.conversations(known -> known.upTo(run))
        .orElseThrow(
            () ->
                CommandFailed.usage(
                    "run " + run + " cannot be continued",
                    "it failed, or its prompt and answer were not kept"));
  }
}
