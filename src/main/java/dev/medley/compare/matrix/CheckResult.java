package dev.medley.compare.matrix;

/**
 * What a check found.
 *
 * @param check its name, such as {@code contains: Paris}
 * @param detail why it did not pass, or a figure such as the similarity; may be empty
 */
public record CheckResult(String check, boolean passed, String detail) {}
