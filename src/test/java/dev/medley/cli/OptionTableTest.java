package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What is built from the table is what picocli itself makes of the annotations. */
class OptionTableTest {
  private static List<Class<?>> commands() throws IOException, ClassNotFoundException {
    List<Class<?>> commands = new ArrayList<>();
    try (InputStream in = OptionTable.class.getResourceAsStream(OptionTable.RESOURCE)) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (line.charAt(0) == OptionTable.CLASS) {
          Class<?> type = Class.forName(line.substring(1));
          if (type.isAnnotationPresent(CommandLine.Command.class)) {
            commands.add(type);
          }
        }
      }
    }
    return commands;
  }

  private static Object made(Class<?> type) throws ReflectiveOperationException {
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    return constructor.newInstance(new Object[constructor.getParameterCount()]);
  }

  @Test
  void everyCommandIsTheSame() throws ReflectiveOperationException, IOException {
    List<Class<?>> commands = commands();
    assertTrue(commands.size() > 30, commands.toString());
    for (Class<?> command : commands) {
      assertEquals(
          described(CommandSpec.forAnnotatedObject(made(command))),
          described(OptionTable.spec(made(command))),
          command.getName());
    }
  }

  private static String described(CommandSpec spec) {
    StringBuilder text = new StringBuilder();
    text.append(Arrays.toString(spec.usageMessage().footer()));
    text.append(Arrays.toString(spec.usageMessage().header()));
    text.append(Arrays.toString(spec.usageMessage().description()));
    text.append(spec.mixins().keySet()).append('\n');
    spec.mixins().values().forEach(mixin -> text.append(mixin.userObject().getClass()));
    for (OptionSpec option : spec.options()) {
      text.append(String.join(",", option.names())).append(option.negatable());
      describe(option, text);
    }
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      text.append(parameter.index());
      describe(parameter, text);
    }
    return text.toString();
  }

  private static void describe(ArgSpec argument, StringBuilder text) {
    text.append(' ').append(argument.paramLabel()).append(' ').append(argument.arity());
    text.append(' ').append(argument.splitRegex()).append(' ').append(argument.hidden());
    text.append(' ').append(argument.required()).append(' ').append(argument.typeInfo());
    text.append(' ').append(argument.defaultValue()).append(' ').append(argument.initialValue());
    text.append(' ').append(argument.hideParamSyntax()).append(' ').append(argument.echo());
    text.append(' ').append(argument.userObject());
    text.append(' ').append(String.join("|", argument.description()));
    if (argument.completionCandidates() != null) {
      text.append(' ').append(String.join("|", argument.completionCandidates()));
    }
    text.append('\n');
  }
}
