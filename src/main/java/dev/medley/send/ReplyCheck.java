package dev.medley.send;

import dev.medley.chat.Failure;
import dev.medley.chat.Reply;
import java.util.Optional;

/** What an answer has to be beside an answer. Called from several threads. */
public interface ReplyCheck {
  /** Empty: the answer passes. */
  Optional<Failure> check(Reply reply);

  /** What there is to show of an answer that passed. */
  String shown(Reply reply);
}
