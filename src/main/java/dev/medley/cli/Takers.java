package dev.medley.cli;

import dev.medley.compare.matrix.ResultSink;
import dev.medley.render.ComparisonPart;
import java.util.List;

/**
 * Who takes the results of a comparison.
 *
 * @param fresh take those of this run only, and first
 * @param all take those of an earlier run, too
 * @param parts what the comparison ends with; they take all
 * @param reports take all, too, and are written when everybody else has heard of everything
 */
record Takers(
    List<? extends ResultSink> fresh,
    List<? extends ResultSink> all,
    List<ComparisonPart> parts,
    List<? extends ResultSink> reports) {}
