package dev.medley.cli;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Parameters;
import dev.medley.config.Environment;
import dev.medley.config.Origin;
import dev.medley.config.Template;
import dev.medley.config.TemplateYaml;
import dev.medley.config.Templates;
import dev.medley.render.TemplatesTable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    footer = {
      "",
      "Examples:",
      "  git diff | medley ask -t commit-message",
      "  medley ask -t translate -p to=French \"Good morning\"",
      "  medley ask -s \"You answer in rhymes\" -m demo/swift --save rhymes",
      "  medley templates show summarize",
    })
final class TemplatesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  static List<CommandEntry> commands(Services services) {
    return List.of(
        new CommandEntry(
            "list",
            "List the templates, what each is for and where it is.",
            () -> new ListCommand(services)),
        new CommandEntry(
            "show",
            "Print a template as the YAML file that says it.",
            () -> new ShowCommand(services)),
        new CommandEntry(
            "new",
            "Write a template of your own to start from, and print where it is.",
            () -> new NewCommand(services)),
        new CommandEntry(
            "path",
            "Print the folder of your own templates, a file each.",
            () -> new PathCommand(services)));
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCode.OK;
  }

  private static Templates load(Services services, ConfigOption config) {
    return new Templates(
        services.environment(), KeysCommand.load(services, config).settings().templates());
  }

  /** Writes it into the user's folder; one that is there is not written over. */
  static Path keep(Template template, Templates templates) {
    if (!Templates.isName(template.name())) {
      throw CommandFailed.usage(
          "\"" + template.name() + "\" cannot be the name of a template",
          "letters, digits, dots, dashes and underscores can, such as commit-message");
    }
    if (template.prompt().isEmpty() && template.system().isEmpty()) {
      throw CommandFailed.usage(
          "a template needs a prompt or a system prompt",
          "medley ask -s \"You …\" --save " + template.name());
    }
    try {
      return templates.keep(template);
    } catch (FileAlreadyExistsException there) {
      throw CommandFailed.usage(
          "a template " + template.name() + " is there already",
          "choose another name, or delete " + there.getFile());
    } catch (IOException unwritable) {
      throw new CommandFailed(
          Failure.of(FailureKind.CONFIG, "cannot write " + templates.file(template.name()))
              .withHint("check the folder's permissions"));
    }
  }

  @Command(footer = {"", "Examples:", "  medley templates list", "  medley templates list --json"})
  static final class ListCommand implements Callable<Integer> {
    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    @Mixin private ConfigOption config;
    private final Services services;

    ListCommand(Services services) {
      this.services = services;
    }

    @Override
    public Integer call() {
      Console console = new OutputOptions().console(services);
      Templates templates = load(services, config);
      if (json) {
        console.println(TemplatesTable.json(templates.all(), this::place));
      } else {
        TemplatesTable.lines(templates.all(), this::place, console.outStyle(), console.columns())
            .forEach(console::println);
      }
      return ExitCode.OK;
    }

    private String place(Template template) {
      Environment environment = services.environment();
      return template.origin().kind() == Origin.Kind.PRESET
          ? "medley"
          : environment.display(environment.path(template.origin().source(), environment.home()));
    }
  }

  @Command(footer = {"", "Examples:", "  medley templates show summarize"})
  static final class ShowCommand implements Callable<Integer> {
    @CommandLine.Parameters(
        paramLabel = "TEMPLATE",
        description = "as medley templates list shows it")
    private String name;

    @Mixin private ConfigOption config;
    private final Services services;

    ShowCommand(Services services) {
      this.services = services;
    }

    @Override
    public Integer call() {
      Template template = TemplateOptions.find(name, load(services, config));
      new OutputOptions().console(services).print(TemplateYaml.of(template));
      return ExitCode.OK;
    }
  }

  @Command(footer = {"", "Examples:", "  medley templates new haiku"})
  static final class NewCommand implements Callable<Integer> {
    @CommandLine.Parameters(paramLabel = "NAME", description = "for -t")
    private String name;

    @Option(
        names = "--from",
        paramLabel = "TEMPLATE",
        description = "begin with a copy of this template")
    private String from;

    @Mixin private ConfigOption config;
    private final Services services;

    NewCommand(Services services) {
      this.services = services;
    }

    @Override
    public Integer call() {
      Templates templates = load(services, config);
      Template begun =
          from == null ? blank(name) : TemplateOptions.find(from, templates).named(name);
      new OutputOptions().console(services).println(keep(begun, templates).toString());
      return ExitCode.OK;
    }

    private static Template blank(String name) {
      return new Template(
          name,
          "What it is for",
          Optional.empty(),
          Optional.of("{{input}}\n\nSay in {{words}} words what is above."),
          Map.of("words", "20"),
          Optional.empty(),
          Optional.empty(),
          Parameters.NONE,
          Optional.empty(),
          false,
          Origin.PRESET);
    }
  }

  @Command(
      footer = {"", "Examples:", "  medley templates path", "  ls \"$(medley templates path)\""})
  static final class PathCommand implements Callable<Integer> {
    @Mixin private ConfigOption config;
    private final Services services;

    PathCommand(Services services) {
      this.services = services;
    }

    @Override
    public Integer call() {
      new OutputOptions().console(services).println(load(services, config).folder().toString());
      return ExitCode.OK;
    }
  }
}
