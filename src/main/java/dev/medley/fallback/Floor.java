package dev.medley.fallback;

/**
 * Whose words the user hears. While one candidate is alone, its first token takes the floor; once
 * another runs beside it, only text does. Who has the floor keeps it.
 */
final class Floor {
  private final Runnable onTaken;
  private Lane speaker;
  private boolean contested;

  /**
   * @param onTaken told once, on the speaker's thread
   */
  Floor(Runnable onTaken) {
    this.onTaken = onTaken;
  }

  /** Whether the lane has the floor, after it has asked for it with text or with less. */
  boolean ask(Lane lane, boolean text) {
    synchronized (this) {
      if (speaker != null || contested && !text) {
        return speaker == lane;
      }
      speaker = lane;
    }
    onTaken.run();
    return true;
  }

  synchronized boolean has(Lane lane) {
    return speaker == lane;
  }

  synchronized boolean free() {
    return speaker == null;
  }

  /** Nobody has spoken yet, and from now on there will be two; false when it is too late. */
  synchronized boolean contest() {
    contested |= speaker == null;
    return speaker == null;
  }

  /** One is alone again. */
  synchronized void settle() {
    contested = false;
  }
}
