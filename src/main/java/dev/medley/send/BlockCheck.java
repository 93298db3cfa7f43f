package dev.medley.send;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Reply;
import java.util.Optional;

/** The answer has to have a fenced block; the first one is all that is shown. */
public final class BlockCheck implements ReplyCheck {
  @Override
  public Optional<Failure> check(Reply reply) {
    if (FencedBlock.first(reply.text()).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        Failure.of(FailureKind.SCHEMA, "nothing to extract: the answer has no fenced block")
            .withHint("ask for a code block, or leave out -x to see the answer"));
  }

  @Override
  public String shown(Reply reply) {
    return FencedBlock.first(reply.text()).orElseThrow();
  }
}
