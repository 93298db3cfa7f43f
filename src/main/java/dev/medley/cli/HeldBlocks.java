package dev.medley.cli;

import dev.medley.compare.Comparison;
import dev.medley.send.Delivery;
import dev.medley.send.SendListener;

/** Blocks of a comparison that show only the part of each answer that was asked for. */
record HeldBlocks(Comparison.Audience blocks, AnswerForm form) implements Comparison.Audience {
  @Override
  public SendListener listener(int position) {
    return SendListener.SILENT;
  }

  @Override
  public void finished(int position, Delivery result) {
    form.extracted(result).ifPresent(blocks.listener(position)::onText);
    blocks.finished(position, result);
  }
}
