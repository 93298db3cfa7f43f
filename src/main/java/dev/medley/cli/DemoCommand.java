package dev.medley.cli;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.demo.DemoServer;
import dev.medley.demo.Pace;
import dev.medley.demo.SimulatedModel;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    footer = {
      "",
      "Examples:",
      "  medley demo --port 8765",
      "  medley ask --base-url http://127.0.0.1:8765/v1 -m swift \"hi\""
    })
final class DemoCommand implements Callable<Integer> {
  @Option(names = "--port", paramLabel = "N", description = "loopback port (default: any free one)")
  private int port;

  private final Services services;

  DemoCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() throws InterruptedException {
    Console console = new OutputOptions().console(services);
    if (port < 0 || port > 65535) {
      throw CommandFailed.usage("no such port: " + port, "name one from 1 to 65535");
    }
    CountDownLatch stopped = new CountDownLatch(1);
    services.cancellation().onCancel(stopped::countDown);
    try (DemoServer server = DemoServer.start(port, Pace.REAL)) {
      console.println("listening on " + server.baseUrl());
      console.note("models: " + names() + "; stop with Ctrl-C");
      stopped.await();
    } catch (IOException taken) {
      throw new CommandFailed(
          Failure.of(
                  FailureKind.NETWORK, "cannot listen on port " + port + ": " + taken.getMessage())
              .withHint("choose another port, or none for any free one"));
    }
    return ExitCode.OK;
  }

  private static String names() {
    return Arrays.stream(SimulatedModel.values())
        .map(SimulatedModel::id)
        .collect(Collectors.joining(", "));
  }
}
