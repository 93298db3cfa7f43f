package dev.medley;

import dev.medley.cli.CommandTree;

/** Start and end of the process. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // SQLite's driver finds a logging facade that the SDK brings, without a logger, which would say
    // so.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    Wiring wiring = Wiring.ofProcess();
    int code = new CommandTree(wiring).run(args);
    wiring.close();
    System.exit(code);
  }
}
