package dev.medley.route;

import dev.medley.config.Rule;

/** A rule and what came of it for a prompt. */
public record RuleCheck(Rule rule, Verdict verdict) {}
