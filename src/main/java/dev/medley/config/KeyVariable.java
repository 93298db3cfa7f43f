package dev.medley.config;

import java.util.Optional;
import java.util.regex.Pattern;

/** A key in an environment variable. */
record KeyVariable(String variable, KeyOwner owner) implements KeyReference {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");

  /** Checks the name. What is none may be a pasted key, and is not repeated. */
  static Parsed<String> name(String text) {
    return NAME.matcher(text).matches()
        ? Parsed.good(text)
        : Parsed.bad("is not the name of a variable; the key itself does not belong here");
  }

  @Override
  public String describe() {
    return NAME.matcher(variable).matches() ? "env:" + variable : "env:…";
  }

  @Override
  public boolean present() {
    return owner.environment().variable(variable).isPresent();
  }

  @Override
  public String reveal() throws Unavailable {
    Optional<String> value = Optional.ofNullable(owner.environment().variables().get(variable));
    if (value.isEmpty()) {
      String hint = owner.environment().setCommand(variable) + owner.otherwise();
      throw owner.unavailable(describe().substring(4) + " is not set", hint);
    }
    return owner.key(value.get(), describe().substring(4));
  }

  @Override
  public String toString() {
    return describe();
  }
}
