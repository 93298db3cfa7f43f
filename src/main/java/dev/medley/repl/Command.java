package dev.medley.repl;

/**
 * Something that can be done beside saying something, written {@code /name}.
 *
 * @param arguments what may follow the name, as help shows it; empty for nothing
 * @param help one sentence without a full stop
 */
public record Command(
    String name, Group group, String arguments, String help, Completion completion, Action action) {
  /** Under which head help lists it. */
  public enum Group {
    MODELS("Models"),
    PROMPT("What is said"),
    CONVERSATION("The conversation"),
    NUMBERS("Time and money"),
    PROGRAM("The program");

    private final String head;

    Group(String head) {
      this.head = head;
    }

    public String head() {
      return head;
    }
  }

  /** Does it; whatever cannot be done ends in {@link Refused}. */
  public interface Action {
    /**
     * @param argument all that follows the name, without the space around it; may be empty
     */
    void run(Chat chat, String argument);
  }

  /** One without completion. */
  public Command(String name, Group group, String arguments, String help, Action action) {
    this(name, group, arguments, help, Completion.NONE, action);
  }

  /** How it is called, with what may follow. */
  public String synopsis() {
    return "/" + name + (arguments.isEmpty() ? "" : " " + arguments);
  }
}
