package dev.medley.compare.totals;

import dev.medley.catalog.Cost;
import java.time.Duration;
import java.util.Optional;

/**
 * How far a run has come.
 *
 * @param total all cases of all models, those of earlier runs included
 * @param done those that have a result
 * @param failed those of them without an answer
 * @param spent what this run has cost so far; empty when nothing has been billed
 * @param elapsed since this run began
 * @param left an estimate of the rest, from the pace so far; empty before there is one
 */
public record Progress(
    long total,
    long done,
    long failed,
    Optional<Cost> spent,
    Duration elapsed,
    Optional<Duration> left) {}
