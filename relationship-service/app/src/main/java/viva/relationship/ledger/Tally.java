package viva.relationship.ledger;

import viva.contracts.BondStatus;

/** The bonds of one avatar that it sees in one status: how many, and the sums of their numbers. */
public record Tally(BondStatus status, long count, double familiarity, double trust, double affection) {
    static Tally of(Object[] row) {
        return new Tally(
                BondStatus.of((String) row[0]),
                number(row[1]).longValue(),
                number(row[2]).doubleValue(),
                number(row[3]).doubleValue(),
                number(row[4]).doubleValue());
    }

    private static Number number(Object column) {
        return (Number) column;
    }
}
