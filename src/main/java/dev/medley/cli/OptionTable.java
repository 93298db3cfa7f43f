package dev.medley.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The annotations of options as the build has written them down, see {@link OptionTableWriter}:
 * reading them at run time, of which Java makes a class for each kind, takes a quarter of a whole
 * start. Only where there is no table are they read, as outside of the build.
 */
final class OptionTable {
  /** A line is a kind and its cells; a class is followed by its own. */
  static final String RESOURCE = "options.table";

  static final char CLASS = '=';
  static final char FOOTER = 'F';
  static final char SPEC = 'S';
  static final char MIXIN = 'M';
  static final char OPTION = 'O';
  static final char PARAMETER = 'P';

  /** Between cells, between the parts of one, and what stands for a line's end in them. */
  static final String CELL = "\t";

  static final String PART = "\u001f";

  static final String HIDDEN = "hidden";
  static final String NEGATABLE = "negatable";
  static final String REQUIRED = "required";
  static final String BARE_LABEL = "bare";

  private final Map<String, List<String>> classes = new HashMap<>();

  private OptionTable(String text) {
    List<String> lines = List.of();
    for (int start = 0, end; start < text.length(); start = end + 1) {
      end = text.indexOf('\n', start);
      if (text.charAt(start) == CLASS) {
        lines = new ArrayList<>();
        classes.put(text.substring(start + 1, end), lines);
      } else {
        lines.add(text.substring(start, end));
      }
    }
  }

  /** What picocli would make of a command's annotations. */
  static CommandSpec spec(Object command) {
    try (InputStream in = OptionTable.class.getResourceAsStream(RESOURCE)) {
      return in == null
          ? CommandSpec.forAnnotatedObject(command)
          : new OptionTable(new String(in.readAllBytes(), StandardCharsets.UTF_8)).of(command);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (ReflectiveOperationException otherBuild) {
      throw new IllegalStateException(otherBuild);
    }
  }

  private CommandSpec of(Object command) throws ReflectiveOperationException {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(command);
    for (String line : classes.get(command.getClass().getName())) {
      Cells cells = new Cells(line);
      if (line.charAt(0) == FOOTER) {
        spec.usageMessage().footer(cells.parts());
        continue;
      }
      Bound bound = Bound.to(command, cells.next());
      switch (line.charAt(0)) {
        case SPEC -> bound.set(spec);
        case MIXIN -> spec.addMixin(bound.field.getName(), of(bound.made()));
        case OPTION -> spec.addOption(option(bound, cells));
        default -> spec.addPositional(parameter(bound, cells));
      }
    }
    return spec;
  }

  private static OptionSpec option(Bound bound, Cells cells) throws ReflectiveOperationException {
    OptionSpec.Builder option = OptionSpec.builder(cells.parts());
    option.type(bound.field.getType()).userObject(bound.field).getter(bound).setter(bound);
    option.initialValue(bound.get()).paramLabel(cells.next()).arity(cells.next());
    option.splitRegex(cells.next());
    String flags = cells.next();
    option.hidden(flags.contains(HIDDEN)).required(flags.contains(REQUIRED));
    option.hideParamSyntax(flags.contains(BARE_LABEL));
    option.auxiliaryTypes(types(cells)).completionCandidates(candidates(cells));
    return option.negatable(flags.contains(NEGATABLE)).description(cells.parts()).build();
  }

  /** picocli shows no common type of both builders. */
  private static PositionalParamSpec parameter(Bound bound, Cells cells)
      throws ReflectiveOperationException {
    PositionalParamSpec.Builder parameter = PositionalParamSpec.builder();
    String index = cells.next();
    if (!index.isEmpty()) {
      parameter.index(index);
    }
    parameter.type(bound.field.getType()).userObject(bound.field).getter(bound).setter(bound);
    parameter.initialValue(bound.get()).paramLabel(cells.next()).arity(cells.next());
    parameter.splitRegex(cells.next());
    String flags = cells.next();
    parameter.hidden(flags.contains(HIDDEN)).required(flags.contains(REQUIRED));
    parameter.hideParamSyntax(flags.contains(BARE_LABEL));
    parameter.auxiliaryTypes(types(cells)).completionCandidates(candidates(cells));
    return parameter.description(cells.parts()).build();
  }

  /** None: picocli infers them. */
  private static Class<?>[] types(Cells cells) throws ClassNotFoundException {
    String[] names = cells.parts();
    Class<?>[] types = new Class<?>[names.length];
    for (int i = 0; i < names.length; i++) {
      types[i] = Class.forName(names[i]);
    }
    return types;
  }

  /** Null: there are none. */
  @SuppressWarnings("unchecked") // as the annotation demands
  private static Iterable<String> candidates(Cells cells) throws ReflectiveOperationException {
    String type = cells.next();
    return type.isEmpty() ? null : (Iterable<String>) Bound.made(Class.forName(type));
  }

  /** The cells of a line, one after the other. */
  private static final class Cells {
    private final String line;
    private int start = 2;

    Cells(String line) {
      this.line = line;
    }

    String next() {
      int end = line.indexOf(CELL, start);
      String cell = line.substring(start, end < 0 ? line.length() : end);
      start = end + 1;
      return cell;
    }

    String[] parts() {
      String cell = next();
      return cell.isEmpty() ? new String[0] : cell.split(PART, -1);
    }
  }
}
