package dev.medley.render;

import dev.medley.compare.Comparison;
import dev.medley.config.Target;
import dev.medley.send.Delivery;
import dev.medley.send.SendListener;
import java.util.List;

/**
 * Answers of several models as blocks in the order given, however they arrive: the first one that
 * is not complete streams, the others wait their turn in memory.
 */
public final class OrderedBlocks implements Comparison.Audience {
  private final Paper paper;
  private final List<Target> targets;
  private final ErrorText errors;
  private final StringBuilder[] held;
  private final Delivery[] done;
  private int current = -1;

  /** What the blocks are written on. */
  public interface Paper {
    Style style();

    /** A whole line of ours. */
    void line(String line);

    /** A piece of an answer, never empty; untrusted. */
    void text(String piece);

    /** The answer whose pieces came is over. */
    void endText();
  }

  public OrderedBlocks(Paper paper, List<Target> targets, ErrorText errors) {
    this.paper = paper;
    this.targets = targets;
    this.errors = errors;
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
      paper.line(paper.style().bold("── " + targets.get(position).ref() + " ──"));
      show(held[position].toString());
      held[position].setLength(0);
    }
  }

  private void show(String text) {
    if (!text.isEmpty()) {
      paper.text(text);
    }
  }

  private void close(Delivery result) {
    paper.endText();
    result.failure().ifPresent(failure -> errors.of("", failure).forEach(paper::line));
    paper.line("");
  }
}
