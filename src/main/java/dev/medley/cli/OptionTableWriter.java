package dev.medley.cli;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Range;
import picocli.CommandLine.Spec;

/** Run by the build on the compiled classes: writes down their annotations. */
public final class OptionTableWriter {
  private static final String SUFFIX = ".class";

  private final StringBuilder text = new StringBuilder();

  private OptionTableWriter() {}

  /** Argument: the folder of compiled classes. */
  public static void main(String[] args) throws IOException, ClassNotFoundException {
    String name = OptionTableWriter.class.getPackageName();
    Path folder = Path.of(args[0]).resolve(name.replace('.', '/'));
    OptionTableWriter writer = new OptionTableWriter();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String simple = file.getFileName().toString();
        if (simple.endsWith(SUFFIX)) {
          simple = simple.substring(0, simple.length() - SUFFIX.length());
          writer.write(Class.forName(name + "." + simple));
        }
      }
    }
    Files.writeString(folder.resolve(OptionTable.RESOURCE), writer.text);
  }

  private void write(Class<?> type) {
    List<String> lines = new ArrayList<>();
    Command command = type.getAnnotation(Command.class);
    if (command != null && command.footer().length > 0) {
      lines.add(line(OptionTable.FOOTER, parts(command.footer())));
    }
    for (Field field : type.getDeclaredFields()) {
      write(field, lines);
    }
    if (command != null || !lines.isEmpty()) {
      text.append(OptionTable.CLASS).append(type.getName()).append('\n');
      lines.forEach(line -> text.append(line).append('\n'));
    }
  }

  private static void write(Field field, List<String> lines) {
    for (Annotation annotation : field.getAnnotations()) {
      if (annotation instanceof Spec) {
        lines.add(line(OptionTable.SPEC, field.getName()));
      } else if (annotation instanceof Mixin) {
        lines.add(line(OptionTable.MIXIN, field.getName()));
      } else if (annotation instanceof Option option) {
        lines.add(option(field, option));
      } else if (annotation instanceof Parameters parameters) {
        lines.add(parameters(field, parameters));
      }
    }
  }

  private static String option(Field field, Option option) {
    String flags =
        flag(option.hidden(), OptionTable.HIDDEN)
            + flag(option.negatable(), OptionTable.NEGATABLE)
            + flag(option.hideParamSyntax(), OptionTable.BARE_LABEL)
            + flag(option.required(), OptionTable.REQUIRED);
    return line(
        OptionTable.OPTION,
        field.getName(),
        parts(option.names()),
        label(field, option.paramLabel()),
        Range.optionArity(field).toString(),
        option.split(),
        flags,
        types(field),
        candidates(option.completionCandidates()),
        parts(option.description()));
  }

  private static String parameters(Field field, Parameters parameters) {
    return line(
        OptionTable.PARAMETER,
        field.getName(),
        parameters.index(),
        label(field, parameters.paramLabel()),
        Range.parameterArity(field).toString(),
        parameters.split(),
        flag(parameters.hidden(), OptionTable.HIDDEN)
            + flag(parameters.hideParamSyntax(), OptionTable.BARE_LABEL)
            + flag(Range.parameterArity(field).min() > 0, OptionTable.REQUIRED),
        types(field),
        candidates(parameters.completionCandidates()),
        parts(parameters.description()));
  }

  private static String label(Field field, String label) {
    return label.isEmpty() ? "<" + field.getName() + ">" : label;
  }

  /** Of what a collection is. */
  private static String types(Field field) {
    if (!(field.getGenericType() instanceof ParameterizedType generic)) {
      return "";
    }
    List<String> names = new ArrayList<>();
    for (Type type : generic.getActualTypeArguments()) {
      names.add(((Class<?>) type).getName());
    }
    return String.join(OptionTable.PART, names);
  }

  /** picocli's own class of that kind, which is not to be seen, says that there are none. */
  private static String candidates(Class<?> candidates) {
    return candidates.getName().startsWith("picocli.") ? "" : candidates.getName();
  }

  private static String flag(boolean set, String name) {
    return set ? name + " " : "";
  }

  private static String parts(String[] parts) {
    return String.join(OptionTable.PART, parts);
  }

  private static String line(char kind, String... cells) {
    String line = kind + OptionTable.CELL + String.join(OptionTable.CELL, cells);
    if (line.indexOf('\n') >= 0 || line.split(OptionTable.CELL, -1).length != cells.length + 1) {
      throw new IllegalStateException("a line's end or a tab in " + line);
    }
    return line;
  }
}
