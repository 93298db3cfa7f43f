package dev.medley.send;

import dev.medley.chat.ChatModel;
import dev.medley.config.Target;

/** Opens the model that a target names. */
@FunctionalInterface
public interface Models {
  ChatModel open(Target target);
}
