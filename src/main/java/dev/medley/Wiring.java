package dev.medley;

import dev.medley.catalog.PriceFile;
import dev.medley.catalog.PriceList;
import dev.medley.catalog.Prices;
import dev.medley.chat.Cancellation;
import dev.medley.chat.ChatModel;
import dev.medley.chat.Clock;
import dev.medley.chat.Connection;
import dev.medley.chat.Documents;
import dev.medley.chat.ModelLister;
import dev.medley.chat.Network;
import dev.medley.chat.Provider;
import dev.medley.chat.Timeouts;
import dev.medley.cli.HiddenInput;
import dev.medley.cli.Services;
import dev.medley.cli.Streams;
import dev.medley.config.DataFiles;
import dev.medley.config.Environment;
import dev.medley.config.Target;
import dev.medley.demo.Pace;
import dev.medley.endpoint.Endpoints;
import dev.medley.endpoint.PracticeServer;
import dev.medley.history.Conversations;
import dev.medley.history.History;
import dev.medley.history.Latencies;
import dev.medley.history.Ledger;
import dev.medley.history.ModelHealth;
import dev.medley.history.Spending;
import dev.medley.history.Store;
import dev.medley.history.Votes;
import dev.medley.render.terminal.live.SystemWindow;
import dev.medley.render.terminal.live.Window;
import dev.medley.repl.line.TerminalDoor;
import dev.medley.send.Alarm;
import dev.medley.send.Models;
import dev.medley.send.Sender;
import dev.medley.send.Sleeper;
import dev.medley.send.SpelledModels;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Puts the program together for a real process. Everything is built when it is first needed. */
class Wiring implements Services, AutoCloseable {
  private final Environment environment;
  private final Streams streams;
  private volatile Cancellation cancellation = new Cancellation();
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Demo demo;
  private final Map<Network, Endpoints> endpoints = new ConcurrentHashMap<>();
  private final Prices prices = new Prices(this::importedPrices);
  private final List<Store> ledgers = new ArrayList<>();
  private final WarmingUp warmingUp = new WarmingUp();
  private Store store;

  Wiring(Environment environment, Streams streams, Pace demoPace) {
    this.environment = environment;
    this.streams = streams;
    this.demo = new Demo(demoPace);
  }

  static Wiring ofProcess() {
    boolean windows =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    Environment environment =
        new Environment(System.getenv(), Path.of("").toAbsolutePath(), home(windows), windows);
    Wiring wiring = new Wiring(environment, ProcessStreams.open(), Pace.REAL);
    wiring.stopOnInterrupt();
    return wiring;
  }

  /** The JVM's own idea of the home folder ignores the variable that shells and sandboxes set. */
  private static Path home(boolean windows) {
    String variable = windows ? null : System.getenv("HOME");
    boolean usable = variable != null && Path.of(variable).isAbsolute();
    return Path.of(usable ? variable : System.getProperty("user.home"));
  }

  /**
   * Ctrl-C ends the JVM with code 130. Before that the request is cancelled, so that the server
   * knows, and the command gets a moment to print what it has.
   */
  private void stopOnInterrupt() {
    Thread hook =
        new Thread(
            () -> {
              cancellation.cancel();
              try {
                finished.await(2, TimeUnit.SECONDS);
              } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
              }
            },
            "medley-interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** The command is over; its exit code stands. */
  @Override
  public void close() {
    closeStore();
    finished.countDown();
    demo.close();
  }

  @Override
  public Environment environment() {
    return environment;
  }

  @Override
  public Streams streams() {
    return streams;
  }

  @Override
  public Window window() {
    return new SystemWindow(new Window.Size(streams.columns(), streams.rows()));
  }

  @Override
  public HiddenInput hiddenInput() {
    return ProcessStreams.hiddenInput();
  }

  @Override
  public Clock clock() {
    return Clock.SYSTEM;
  }

  @Override
  public Alarm alarm() {
    return Alarm.SYSTEM;
  }

  @Override
  public Cancellation cancellation() {
    return cancellation;
  }

  @Override
  public Cancellation renewedCancellation() {
    cancellation = new Cancellation();
    return cancellation;
  }

  @Override
  public TerminalDoor terminal() {
    boolean dumb = environment.variable("TERM").filter("dumb"::equals).isPresent();
    return dumb && streams.inputKind() != Streams.InputKind.TERMINAL
        ? TerminalDoor.DUMB_BESIDE_INPUT
        : TerminalDoor.SYSTEM;
  }

  @Override
  public String version() {
    String version = Wiring.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }

  @Override
  public RandomGenerator random() {
    return new SecureRandom();
  }

  /** Sorts by time, and is unlikely enough to meet another: milliseconds and 40 random bits. */
  @Override
  public String newId() {
    String random = Long.toString(ThreadLocalRandom.current().nextLong() & (1L << 40) - 1, 36);
    return Long.toString(clock().now().toEpochMilli(), 36)
        + "-"
        + "0".repeat(8 - random.length())
        + random;
  }

  @Override
  public void expectSending() {
    warmingUp.begin();
  }

  @Override
  public Models models(Connection connection) {
    return new SpelledModels(target -> open(target, connection), prices::all);
  }

  @Override
  public ModelLister lister(Connection connection) {
    return demo.lister(() -> endpoints(connection.network()).lister(connection.timeouts()));
  }

  @Override
  public Models rehearsal(Function<Target, String> roles, Timeouts timeouts) {
    Endpoints here = endpoints(Network.DIRECT);
    return target ->
        demo.model(Demo.keyless(), at -> here.model(at, roles.apply(target), timeouts));
  }

  @Override
  public Practice practice() throws IOException {
    PracticeServer server = new PracticeServer();
    return new Practice() {
      @Override
      public ChatModel model() {
        return server.model();
      }

      @Override
      public void close() throws IOException {
        server.close();
      }
    };
  }

  /** Simulated models are in this very process, and no proxy's business. */
  private ChatModel open(Target target, Connection connection) {
    warmingUp.await();
    boolean simulated = demo.serves(target);
    Endpoints over = endpoints(simulated ? Network.DIRECT : connection.network());
    Provider provider = target.provider().speaking(target.dialect());
    Function<Provider, ChatModel> model =
        at -> over.model(at, target.ref().id(), connection.timeouts());
    return simulated ? demo.model(provider, model) : model.apply(provider);
  }

  private Endpoints endpoints(Network network) {
    return endpoints.computeIfAbsent(network, way -> new Endpoints(version(), clock(), way));
  }

  @Override
  public ModelHealth health(Consumer<String> warning) {
    return new ModelHealth(store(warning));
  }

  @Override
  public History history(Consumer<String> warning) {
    return new History(store(warning));
  }

  @Override
  public Conversations conversations(Consumer<String> warning) {
    return new Conversations(store(warning));
  }

  @Override
  public Latencies latencies(Consumer<String> warning) {
    return new Latencies(store(warning));
  }

  @Override
  public Documents documents(Connection connection) {
    return endpoints(connection.network()).documents(connection.timeouts());
  }

  @Override
  public Prices prices() {
    return prices;
  }

  private Optional<PriceList> importedPrices() {
    Path file = DataFiles.prices(environment);
    try {
      return PriceFile.read(file);
    } catch (IOException unreadable) {
      String note = "warning: " + environment.display(file) + ": " + unreadable.getMessage();
      new PrintStream(streams.err(), true, StandardCharsets.UTF_8)
          .println(note + "; going on with the bundled list");
      return Optional.empty();
    }
  }

  @Override
  public Spending spending(Consumer<String> warning) {
    return new Spending(store(warning));
  }

  /** On a connection of its own: it must know whether it can be used, whatever others have met. */
  @Override
  public synchronized Ledger ledger(Consumer<String> warning) {
    Store own = new Store(DataFiles.history(environment), warning);
    ledgers.add(own);
    return new Ledger(own);
  }

  @Override
  public Votes votes(Consumer<String> warning) {
    return new Votes(store(warning));
  }

  /** One for all: who asks first hears what is wrong with it. */
  private synchronized Store store(Consumer<String> warning) {
    if (store == null) {
      store = new Store(DataFiles.history(environment), warning);
    }
    return store;
  }

  private synchronized void closeStore() {
    ledgers.forEach(Store::close);
    if (store != null) {
      store.close();
    }
  }

  @Override
  public Sender sender(Models models) {
    return new Sender(models, Sleeper.SYSTEM, ThreadLocalRandom.current()::nextDouble);
  }
}
