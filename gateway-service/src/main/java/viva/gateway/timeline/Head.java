package viva.gateway.timeline;

/**
 * How far a timeline goes.
 *
 * @param seq the latest entry's, or 0 when there is none
 * @param seenSeq the latest one's that its owner has seen, at most {@code seq}
 */
public record Head(long seq, long seenSeq) {
    static final Head EMPTY = new Head(0, 0);
}
