package dev.medley.endpoint;

import dev.medley.chat.Dialect;
import dev.medley.chat.Message;
import dev.medley.chat.Role;

/**
 * How one model wants to be spoken to: as configured, and as its refusals have taught.
 *
 * @param systemRole the role that a system message is sent with
 */
record Speech(Dialect dialect, String systemRole) {
  static Speech of(Dialect dialect) {
    return new Speech(dialect, Role.SYSTEM.wireName());
  }

  Speech with(Dialect other) {
    return new Speech(other, systemRole);
  }

  String roleOf(Message message) {
    return message.role() == Role.SYSTEM ? systemRole : message.role().wireName();
  }
}
