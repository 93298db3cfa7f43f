package dev.medley.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A command's help as a manual page: roff with the macros of man(7). */
final class ManPage {
  private final CommandSpec command;
  private final String version;
  private final StringBuilder page = new StringBuilder();

  private ManPage(CommandSpec command, String version) {
    this.command = command;
    this.version = version;
  }

  /**
   * @param command built with all those that the page names
   */
  static String of(CommandLine command, String version) {
    ManPage page = new ManPage(command.getCommandSpec(), version);
    page.write(command);
    return page.page.toString();
  }

  private void write(CommandLine line) {
    String name = command.qualifiedName("-");
    page.append(
        String.format(
            ".TH \"%s\" 1 \"\" \"medley %s\" \"medley\"%n", roff(name.toUpperCase()), version));
    section("NAME");
    text(name + " \\- " + roff(about(command)));
    section("SYNOPSIS");
    text(roff(synopsis(line)));
    notes();
    commands(line.getSubcommands());
    options();
    if (OptionGroups.sends(command) || command.parent() == null) {
      section("EXIT STATUS");
      ExitCode.meanings().forEach((code, words) -> item(String.valueOf(code), words));
    }
    files();
    section("SEE ALSO");
    CommandSpec related =
        command.parent() == null
            ? command.subcommands().get("ask").getCommandSpec()
            : command.parent();
    page.append(".BR ").append(roff(related.qualifiedName("-"))).append(" (1)\n");
  }

  private static String synopsis(CommandLine line) {
    return line.getHelp().synopsis(0).strip();
  }

  /** Examples and what else the help says behind them. */
  private void notes() {
    boolean open = false;
    for (String paragraph : command.usageMessage().footer()) {
      String line = paragraph.stripTrailing();
      boolean example = line.startsWith("  ");
      if (line.endsWith(":") && !example) {
        section(line.substring(0, line.length() - 1).toUpperCase());
      } else if (!line.isEmpty()) {
        if (example != open) {
          page.append(example ? ".nf\n" : ".fi\n.PP\n");
          open = example;
        }
        text(roff(line));
      }
    }
    page.append(open ? ".fi\n" : "");
  }

  private void commands(Map<String, CommandLine> below) {
    if (!below.isEmpty()) {
      section("COMMANDS");
      below.forEach((name, one) -> item(name, about(one.getCommandSpec())));
    }
  }

  private void options() {
    section("OPTIONS");
    for (OptionGroups.Group group : OptionGroups.of(command)) {
      page.append(".SS ").append(roff(group.heading())).append('\n');
      group.parameters().forEach(one -> item(one.paramLabel(), about(one)));
      group.options().forEach(one -> item(names(one), about(one)));
    }
  }

  private static String names(OptionSpec option) {
    String names =
        Stream.of(option.names())
            .map(name -> option.negatable() ? name.replace("--no-", "--[no-]") : name)
            .collect(Collectors.joining(", "));
    return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
  }

  private void files() {
    if (command.parent() == null) {
      section("FILES");
      item("~/.config/medley/config.yaml", "settings; medley config path tells where");
      item("~/.config/medley/keys.yaml", "keys of medley keys set, readable for you alone");
      item("~/.config/medley/templates/", "templates, a file each");
      item("~/.local/share/medley/history.db", "what was sent and what it cost, an SQLite file");
      item(".medley.yaml", "settings of a project, found upwards from the working folder");
    }
  }

  private static String about(CommandSpec spec) {
    return String.join(" ", spec.usageMessage().description());
  }

  /** The placeholders of the help's own language filled in. */
  private static String about(ArgSpec argument) {
    String text = String.join(" ", argument.description());
    return argument.completionCandidates() == null
        ? text
        : text.replace(
            "${COMPLETION-CANDIDATES}", String.join(", ", list(argument.completionCandidates())));
  }

  private static List<String> list(Iterable<String> words) {
    List<String> list = new ArrayList<>();
    words.forEach(list::add);
    return list;
  }

  private void section(String heading) {
    page.append(".SH ").append(roff(heading)).append('\n');
  }

  private void item(String term, String words) {
    page.append(".TP\n.B ").append(roff(term)).append('\n');
    text(roff(words));
  }

  /** A line that begins with a dot or an apostrophe would be a request. */
  private void text(String line) {
    page.append(line.matches("[.'].*") ? "\\&" : "").append(line).append('\n');
  }

  private static String roff(String text) {
    StringBuilder roff = new StringBuilder();
    text.replace("\\", "\\e")
        .replace("-", "\\-")
        .replace("\"", "\\(dq")
        .codePoints()
        .forEach(c -> roff.append(c < 128 ? Character.toString(c) : String.format("\\[u%04X]", c)));
    return roff.toString();
  }
}
