package dev.medley;

import dev.medley.cli.CommandTree;

/** Start and end of the process. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Wiring wiring = Wiring.ofProcess();
    int code = new CommandTree(wiring).run(args);
    wiring.close();
    System.exit(code);
  }
}
