package dev.medley.history;

/** A model that rests now. */
public record Resting(ServedModel model, Rest rest) {}
