package dev.medley.demo;

import java.io.IOException;

/** Brings an answer to the client, as far as its course allows. */
interface Delivery {
  void deliver(Answer answer, Course course) throws IOException, InterruptedException;
}
