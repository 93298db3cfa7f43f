package dev.medley.cli;

import dev.medley.compare.Comparison;
import dev.medley.config.Target;
import dev.medley.render.ErrorText;
import dev.medley.send.Delivery;
import dev.medley.send.SendListener;
import java.util.List;

/**
 * Answers of several models as blocks in the order given, however they arrive: the first one that
 * is not complete streams, the others wait their turn in memory.
 */
final class OrderedBlocks implements Comparison.Audience {
  private final Console console;
  private final List<Target> targets;
  private final boolean verbose;
  private final StringBuilder[] held;
  private final Delivery[] done;
  private int current = -1;
  private boolean lineOpen;

  OrderedBlocks(Console console, List<Target> targets, boolean verbose) {
    this.console = console;
    this.targets = targets;
    this.verbose = verbose;
    this.held = new StringBuilder[targets.size()];
    this.done = new Delivery[targets.size()];
    for (int i = 0; i < held.length; i++) {
      held[i] = new StringBuilder();
    }
    open(0);
  }

  @Override
  public SendListener listener(int position) {
    return new SendListener() {
      @Override
      public void onText(String piece) {
        text(position, piece);
      }
    };
  }

  private synchronized void text(int position, String piece) {
    if (position == current) {
      show(piece);
    } else {
      held[position].append(piece);
    }
  }

  @Override
  public synchronized void finished(int position, Delivery result) {
    done[position] = result;
    while (current < done.length && done[current] != null) {
      close(done[current]);
      open(current + 1);
    }
  }

  private void open(int position) {
    current = position;
    if (position < targets.size()) {
      String name = "── " + targets.get(position).ref() + " ──";
      console.println(console.outStyle().bold(name));
      show(held[position].toString());
      held[position].setLength(0);
    }
  }

  private void show(String text) {
    if (!text.isEmpty()) {
      console.answer(text);
      lineOpen = !text.endsWith("\n");
    }
  }

  private void close(Delivery result) {
    if (lineOpen) {
      console.print("\n");
      lineOpen = false;
    }
    result
        .failure()
        .ifPresent(
            failure ->
                new ErrorText(console.outStyle(), verbose)
                    .of("", failure)
                    .forEach(console::println));
    console.println("");
  }
}
