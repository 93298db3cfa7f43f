package dev.medley.config;

/** The key itself, given on the command line. */
final class KeyLiteral implements KeyReference {
  private final String text;
  private final KeyOwner owner;

  KeyLiteral(String text, KeyOwner owner) {
    this.text = text;
    this.owner = owner;
  }

  @Override
  public String describe() {
    return "literal";
  }

  @Override
  public boolean present() {
    return !text.isBlank();
  }

  @Override
  public String reveal() throws Unavailable {
    return owner.key(text, "the key given");
  }

  @Override
  public String toString() {
    return describe();
  }
}
