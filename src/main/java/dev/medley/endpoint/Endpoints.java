package dev.medley.endpoint;

import dev.medley.chat.ChatModel;
import dev.medley.chat.Clock;
import dev.medley.chat.Documents;
import dev.medley.chat.ModelLister;
import dev.medley.chat.Network;
import dev.medley.chat.Provider;
import dev.medley.chat.Timeouts;

/**
 * Makes chat models. Models of one instance share connections; the SDK is loaded at the first send.
 */
public final class Endpoints {
  private final String userAgent;
  private final Clock clock;
  private final Learned learned = new Learned();
  private final Network network;
  private Transport transport;

  /**
   * @param version of medley, for the User-Agent
   */
  public Endpoints(String version, Clock clock) {
    this(version, clock, Network.DIRECT);
  }

  /**
   * @param version of medley, for the User-Agent
   * @param network the way to all servers
   */
  public Endpoints(String version, Clock clock, Network network) {
    this(version, clock, network, null);
  }

  /**
   * @param transport null: made when it is first needed
   */
  Endpoints(String version, Clock clock, Network network, Transport transport) {
    this.network = network;
    this.userAgent = "medley/" + version;
    this.clock = clock;
    this.transport = transport;
  }

  /**
   * Loads what the first request needs, a third of a second's work in a JVM that starts without a
   * class-data archive. To be called on a thread that has nothing else to do.
   */
  public static void warmUp() {
    WarmUp.run();
  }

  /** A model at a provider; nothing is opened and no key is read before it is used. */
  public ChatModel model(Provider provider, String modelId, Timeouts timeouts) {
    return new OpenAiChatModel(this, provider.addressedTo(modelId), modelId, timeouts);
  }

  /** Asks providers for their models, over the same connections. */
  public ModelLister lister(Timeouts timeouts) {
    return new OpenAiModelLister(this, timeouts);
  }

  /** Fetches what a person names, over the same connections. */
  public Documents documents(Timeouts timeouts) {
    return new WebDocuments(this, timeouts);
  }

  synchronized Transport transport() {
    if (transport == null) {
      transport = new Transport(userAgent, network);
    }
    return transport;
  }

  String userAgent() {
    return userAgent;
  }

  Learned learned() {
    return learned;
  }

  Clock clock() {
    return clock;
  }
}
