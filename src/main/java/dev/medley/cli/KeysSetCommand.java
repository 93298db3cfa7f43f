package dev.medley.cli;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.FileFault;
import dev.medley.chat.Provider;
import dev.medley.chat.Secret;
import dev.medley.config.KeyStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    footer = {
      "",
      "Examples:",
      "  medley keys set openai",
      "  pass show openai | medley keys set openai"
    })
final class KeysSetCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "PROVIDER", description = "such as openai")
  private String provider;

  @Parameters(index = "1..*", hidden = true)
  private List<String> inTheOpen = new ArrayList<>();

  @Option(
      names = {"--key", "--value"},
      hidden = true,
      arity = "0..1")
  private String alsoInTheOpen;

  @Mixin private ConfigOption config;

  private final Services services;

  KeysSetCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    if (!inTheOpen.isEmpty() || alsoInTheOpen != null) {
      throw CommandFailed.usage(
          "a key on the command line stays in the shell's history and shows in the list of processes",
          "leave it out and type it at the prompt, or pipe it in; if it was real, make a new one");
    }
    Console console = new OutputOptions().console(services);
    Provider known =
        ProviderOptions.named(provider, KeysCommand.load(services, config).settings().providers());
    KeyStore store = new KeyStore(services.environment());
    try {
      String host = store.put(known, typed(console));
      console.println("stored the key of " + provider + " for " + host + " in " + store.shown());
    } catch (Secret.Unavailable noKey) {
      throw new CommandFailed(
          Failure.of(FailureKind.CONFIG, noKey.getMessage()).withHint(noKey.hint()));
    } catch (IOException unwritable) {
      throw notWritten(store, unwritable);
    }
    mentionWhatComesFirst(console);
    return ExitCode.OK;
  }

  static CommandFailed notWritten(KeyStore store, IOException unwritable) {
    return new CommandFailed(
        Failure.of(
                FailureKind.CONFIG,
                "cannot write " + store.shown() + " (" + FileFault.words(unwritable) + ")")
            .withHint("check the permissions of the file's folder"));
  }

  private String typed(Console console) {
    if (services.streams().inputKind() != Streams.InputKind.TERMINAL) {
      return new StandardInput(services.streams(), console, StandardCharsets.UTF_8)
          .read(StandardInput.When.auto, false)
          .orElseThrow(KeysSetCommand::nowhereToAsk);
    }
    return services
        .hiddenInput()
        .ask("key of " + provider + " (it is not shown): ")
        .orElseThrow(KeysSetCommand::nowhereToAsk);
  }

  private static CommandFailed nowhereToAsk() {
    return CommandFailed.usage(
        "no key: there is neither a terminal to ask at nor a pipe to read",
        "pipe it in: pass show openai | medley keys set openai");
  }

  private void mentionWhatComesFirst(Console console) {
    Secret used =
        KeysCommand.load(services, config).settings().providers().get(provider).key().orElseThrow();
    if (!used.describe().equals("file:" + new KeyStore(services.environment()).shown())) {
      console.note("note: " + used.describe() + " comes first, so the stored key is not used");
    }
  }
}
