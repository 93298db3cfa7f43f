package dev.medley.cli;

import dev.medley.chat.FailureKind;
import dev.medley.config.Settings;
import dev.medley.render.NarrowText;

/** What someone sees who starts a conversation at a terminal before anything is set up. */
final class Welcome {
  private static final String TEXT =
      """
      No model to talk with yet: none is named, and no key is set.

        medley chat -m demo/swift     try it now: simulated, no key, no network
        medley config init            look for keys and servers, write a configuration
        export OPENAI_API_KEY=…       or another provider's key, then medley again
        medley --help                 all commands
      """;

  private Welcome() {}

  /** Whether there is nobody to talk with unless someone is named. */
  static boolean suits(Settings settings) {
    return settings.roster().defaultModel().isEmpty();
  }

  /** The exit code. */
  static int say(Console console) {
    console.print(NarrowText.of(TEXT, console.textColumns()));
    return ExitCode.of(FailureKind.CONFIG);
  }
}
