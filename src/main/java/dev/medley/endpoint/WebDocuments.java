package dev.medley.endpoint;

import dev.medley.chat.Cancellation;
import dev.medley.chat.Document;
import dev.medley.chat.Documents;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Timeouts;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** {@code GET} of an address, the same way as prompts go, without any key. */
final class WebDocuments implements Documents {
  private static final int LONGEST = 32 << 20;

  private final Endpoints endpoints;
  private final Timeouts timeouts;

  WebDocuments(Endpoints endpoints, Timeouts timeouts) {
    this.endpoints = endpoints;
    this.timeouts = timeouts;
  }

  @Override
  public Document fetch(URI url, Cancellation cancellation) {
    endpoints.transport(); // what it costs to set up is not the server's time
    InFlight request = new InFlight(endpoints.clock());
    Watchdog watchdog = Watchdog.over(request, timeouts, endpoints.clock());
    var interest = cancellation.onCancel(() -> request.stop(FailureKind.INTERRUPTED));
    try (InputStream answer = endpoints.transport().get(url, request)) {
      request.reached(InFlight.Phase.RECEIVING);
      request.sawText(); // the head of the answer: what the bound on the first token waits for
      byte[] body = request.watched(answer).readNBytes(LONGEST + 1);
      return body.length > LONGEST
          ? Document.failed(Failure.of(FailureKind.MALFORMED, "it is larger than 32 MB"))
          : new Document(new String(body, StandardCharsets.UTF_8), Optional.empty());
    } catch (IOException | RuntimeException thrown) {
      return Document.failed(
          new ListingFailures(url, endpoints.clock())
              .of(thrown, request)
              .withHint("check the address, or fetch the file yourself and name that"));
    } finally {
      interest.close();
      watchdog.stop();
    }
  }
}
