package dev.medley.cli;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;

/** The field of a command that a value of the command line goes into. */
final class Bound implements IGetter, ISetter {
  final Field field;
  private final Object command;

  private Bound(Object command, Field field) {
    this.command = command;
    this.field = field;
    field.setAccessible(true);
  }

  static Bound to(Object command, String field) throws NoSuchFieldException {
    return new Bound(command, command.getClass().getDeclaredField(field));
  }

  @Override
  @SuppressWarnings("unchecked") // picocli knows the field's type
  public <T> T get() throws IllegalAccessException {
    return (T) field.get(command);
  }

  /** Returns what was there before. */
  @Override
  @SuppressWarnings("unchecked")
  public <T> T set(T value) throws IllegalAccessException {
    T before = (T) field.get(command);
    field.set(command, value);
    return before;
  }

  /** What is in the field, made first where it is empty. */
  Object made() throws ReflectiveOperationException {
    if (field.get(command) == null) {
      field.set(command, made(field.getType()));
    }
    return field.get(command);
  }

  static Object made(Class<?> type) throws ReflectiveOperationException {
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }
}
