package dev.medley;

import dev.medley.chat.Cancellation;
import dev.medley.chat.ChatModel;
import dev.medley.chat.Dialect;
import dev.medley.chat.HostName;
import dev.medley.chat.ModelLister;
import dev.medley.chat.ModelListing;
import dev.medley.chat.Outcome;
import dev.medley.chat.Prompt;
import dev.medley.chat.Provider;
import dev.medley.chat.ReplyListener;
import dev.medley.chat.RequestPreview;
import dev.medley.config.Target;
import dev.medley.demo.DemoServer;
import dev.medley.demo.Pace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The embedded server, started when a demo model is first sent to. */
final class Demo implements AutoCloseable {
  static final String PROVIDER = "demo";

  /** Where nothing is; the server's own address takes its place. */
  static Provider keyless() {
    return new Provider(
        PROVIDER, URI.create("http://demo.invalid/v1"), Optional.empty(), Map.of(), Dialect.PLAIN);
  }

  private final Pace pace;
  private DemoServer server;

  Demo(Pace pace) {
    this.pace = pace;
  }

  boolean serves(Target target) {
    return target.ref().provider().equals(PROVIDER) && serves(target.provider());
  }

  private static boolean serves(Provider provider) {
    return provider.name().equals(PROVIDER) && isPlaceholder(provider.baseUrl());
  }

  /** A user may give the name to an endpoint of their own; then it is theirs. */
  private static boolean isPlaceholder(URI url) {
    return HostName.of(url).endsWith(".invalid");
  }

  /** A model that is reached at the server, which is started at the first send. */
  ChatModel model(Provider placeholder, Function<Provider, ChatModel> models) {
    return new ChatModel() {
      @Override
      public Outcome send(Prompt prompt, ReplyListener listener, Cancellation cancellation) {
        return models.apply(placeholder.at(start())).send(prompt, listener, cancellation);
      }

      @Override
      public void prepare(Cancellation cancellation) {
        models.apply(placeholder.at(start())).prepare(cancellation);
      }

      @Override
      public RequestPreview preview(Prompt prompt) {
        return models.apply(placeholder).preview(prompt);
      }
    };
  }

  /** A lister that asks the server for its models, which is started for that. */
  ModelLister lister(Supplier<ModelLister> network) {
    return new ModelLister() {
      @Override
      public ModelListing list(Provider provider, Cancellation cancellation) {
        Provider asked = serves(provider) ? provider.at(start()) : provider;
        return network.get().list(asked, cancellation);
      }

      @Override
      public boolean listens(URI loopback) {
        return network.get().listens(loopback);
      }
    };
  }

  private synchronized URI start() {
    if (server == null) {
      try {
        server = DemoServer.start(0, pace);
      } catch (IOException noPort) {
        throw new UncheckedIOException("no loopback port for the demo server", noPort);
      }
    }
    return server.baseUrl();
  }

  @Override
  public synchronized void close() {
    if (server != null) {
      server.close();
    }
  }
}
