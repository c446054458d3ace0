package viva.load.laboratory;

import viva.load.recall.Outcome;

/**
 * A question that was asked in the laboratory.
 *
 * @param best the relevance of the best hit, in [0, 1]
 */
record Answered(Outcome outcome, double best) {}
