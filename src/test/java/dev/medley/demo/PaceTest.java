package dev.medley.demo;

import static dev.medley.demo.DemoClient.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

class PaceTest {
  @Test
  void tokensAreDueAtTheModelsOwnSpeed() {
    assertEquals(Duration.ofMillis(40), SimulatedModel.SWIFT.due(0));
    assertEquals(Duration.ofMillis(1040), SimulatedModel.SWIFT.due(400));
    assertEquals(Duration.ofMillis(300), SimulatedModel.SAGE.due(0));
    assertEquals(Duration.ofMillis(1300), SimulatedModel.SAGE.due(90));
  }

  /** The figure is for whoever reads the report; only nonsense fails, so that no slow day does. */
  @Test
  void theFirstByteComesWhenTheModelSaysSo(TestReporter reporter) throws Exception {
    try (DemoServer server = DemoServer.start(0, Pace.REAL)) {
      DemoClient client = new DemoClient(server);
      client.chat(request("swift", "hi"));
      long start = System.nanoTime();
      HttpResponse<InputStream> answer = client.open(request("swift", "hi").put("stream", true));
      answer.body().read();
      Duration firstByte = Duration.ofNanos(System.nanoTime() - start);
      reporter.publishEntry("first byte of swift, ms", String.valueOf(firstByte.toMillis()));
      assertTrue(firstByte.compareTo(SimulatedModel.SWIFT.firstToken()) >= 0);
      assertTrue(firstByte.compareTo(Duration.ofSeconds(10)) < 0);
      answer.body().close();
    }
  }
}
