package dev.medley.chat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of asking an endpoint for its models.
 *
 * @param models in the server's order; empty when it has none, and when it failed
 * @param more whether the server says that this is not all
 * @param failure empty: it answered
 * @param journey how the request got there
 */
public record ModelListing(
    List<RemoteModel> models, boolean more, Optional<Failure> failure, Journey journey) {
  public ModelListing {
    models = List.copyOf(models);
  }

  public static ModelListing failed(Failure failure, Journey journey) {
    return new ModelListing(List.of(), false, Optional.of(failure), journey);
  }

  /**
   * The way of one request.
   *
   * @param steps that succeeded, in order; none over a connection that was open already
   * @param broke the step that did not; empty when the request was sent, or never begun
   * @param took from the sent request to the end of the answer
   */
  public record Journey(List<Step> steps, Optional<Stage> broke, Duration took) {
    public static final Journey NONE = new Journey(List.of(), Optional.empty(), Duration.ZERO);

    public Journey {
      steps = List.copyOf(steps);
    }
  }

  /**
   * A step of the way.
   *
   * @param finding for a person, such as an address or the issuer of a certificate
   */
  public record Step(Stage stage, String finding, Duration took) {}

  /** What has to work before a request can be sent. */
  public enum Stage {
    DNS,
    TCP,
    TLS
  }
}
