package dev.medley.endpoint;

import dev.medley.chat.Secret;

/** A key that is there. */
record KnownKey(String value) implements Secret {
  @Override
  public String describe() {
    return "env:KEY";
  }

  @Override
  public boolean present() {
    return true;
  }

  @Override
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return describe();
  }
}
