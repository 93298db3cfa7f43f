package dev.medley.peers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A server from the npm registry, installed below {@code target} and run on a free loopback port.
 */
final class NodeServer implements AutoCloseable {
  private static final Path FOLDER = Path.of("target/peers").toAbsolutePath();
  private static final Object ONE_INSTALL_AT_A_TIME = new Object();

  private final Process process;
  private final int port;

  private NodeServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static boolean nodeIsThere() throws IOException, InterruptedException {
    try {
      return run(List.of("npm", "--version"), Path.of(".")) == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  /**
   * @param script path below {@code node_modules}
   * @param arguments {@code PORT} stands for the port
   */
  static NodeServer start(String npmPackage, String script, String... arguments)
      throws IOException, InterruptedException {
    synchronized (ONE_INSTALL_AT_A_TIME) {
      Files.createDirectories(FOLDER);
      int code = run(List.of("npm", "install", "--no-audit", "--no-fund", npmPackage), FOLDER);
      if (code != 0) {
        throw new IOException("npm install " + npmPackage + " ended with " + code);
      }
    }
    int port = freePort();
    List<String> line = new ArrayList<>(List.of("node", "node_modules/" + script));
    for (String argument : arguments) {
      line.add(argument.replace("PORT", Integer.toString(port)));
    }
    ProcessBuilder builder = quiet(line, FOLDER);
    builder.environment().putAll(Map.of("PORT", Integer.toString(port), "HOST", "127.0.0.1"));
    NodeServer server = new NodeServer(builder.start(), port);
    server.awaitPort();
    return server;
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private void awaitPort() throws IOException, InterruptedException {
    for (int tries = 0; tries < 150 && process.isAlive(); tries++) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
        return;
      } catch (IOException notYet) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    throw new IOException("nothing listens on port " + port);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static int run(List<String> line, Path folder) throws IOException, InterruptedException {
    Process process = quiet(line, folder).start();
    if (!process.waitFor(4, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("took too long: " + line);
    }
    return process.exitValue();
  }

  private static ProcessBuilder quiet(List<String> line, Path folder) {
    return new ProcessBuilder(line)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }
}
