package dev.medley.chat;

import java.net.URI;

/** Asks endpoints what they have, without prompting a model. */
public interface ModelLister {
  /** Asks for the list once. Never throws for what a server or a network does. */
  ModelListing list(Provider provider, Cancellation cancellation);

  /** Whether something on this machine takes connections there, found out in a moment. */
  boolean listens(URI loopback);
}
