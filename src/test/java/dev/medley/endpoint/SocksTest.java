package dev.medley.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.LoopbackModel;
import dev.medley.chat.Network;
import dev.medley.chat.Proxies;
import dev.medley.chat.ProxyExceptions;
import dev.medley.chat.ProxyServer;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Through a SOCKS proxy, which looks up the name itself. */
class SocksTest {
  @Test
  void theProxyIsAskedForTheHostByName() throws Exception {
    try (LoopbackModel model = LoopbackModel.http();
        ServerSocket socks = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<String> asked =
          CompletableFuture.supplyAsync(() -> serve(socks, model.port()));
      ProxyServer proxy =
          new ProxyServer(
              ProxyServer.Kind.SOCKS, "127.0.0.1", socks.getLocalPort(), Optional.empty());
      Network network = new Network(Proxies.all(proxy, ProxyExceptions.NONE), List.of());
      assertEquals("Hi", Asked.over(network, model.url("http://models.example", "/v1")));
      assertEquals("models.example:" + model.port(), asked.get());
    }
  }

  /** One connection by RFC 1928, to whatever was asked for; says what that was. */
  private static String serve(ServerSocket socks, int port) {
    try {
      Socket client = socks.accept();
      DataInputStream in = new DataInputStream(client.getInputStream());
      in.readByte();
      in.readFully(new byte[in.readByte()]);
      client.getOutputStream().write(new byte[] {5, 0});
      in.readFully(new byte[4]);
      byte[] host = new byte[in.readByte()];
      in.readFully(host);
      int asked = in.readUnsignedShort();
      client.getOutputStream().write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
      Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
      pump(client, server);
      pump(server, client);
      return new String(host, StandardCharsets.US_ASCII) + ":" + asked;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void pump(Socket from, Socket to) {
    Thread thread =
        new Thread(
            () -> {
              try (from;
                  to) {
                from.getInputStream().transferTo(to.getOutputStream());
              } catch (IOException over) {
                // Either end may go first.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
