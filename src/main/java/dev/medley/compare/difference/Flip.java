package dev.medley.compare.difference;

import dev.medley.chat.FailureKind;
import java.util.List;
import java.util.Optional;

/**
 * A case that passed in one run and not in the other.
 *
 * @param place in the later run
 * @param prompt the beginning of its prompt, on one line
 * @param worse whether it passed before and does not any more
 * @param failure why there is no answer in the run in which it did not pass
 * @param failedChecks which checks it did not pass in that run
 */
public record Flip(
    Place place,
    String prompt,
    boolean worse,
    Optional<FailureKind> failure,
    List<String> failedChecks) {}
