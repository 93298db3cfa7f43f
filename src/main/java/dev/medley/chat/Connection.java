package dev.medley.chat;

/** How requests travel: how long to wait, and by which way. */
public record Connection(Timeouts timeouts, Network network) {}
