package dev.medley.chat;

import java.net.URI;

/** Fetches what a person names by its address; no key goes along. */
public interface Documents {
  /** One request and its answer. Never throws for what a server or a network does. */
  Document fetch(URI url, Cancellation cancellation);
}
