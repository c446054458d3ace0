package viva.relationship.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.DerivedId;
import viva.contracts.UnitInterval;
import viva.contracts.WorldTime;
import viva.relationship.bond.Affect;
import viva.relationship.bond.Bond;
import viva.relationship.bond.Feelings;
import viva.relationship.bond.History;
import viva.relationship.bond.Milestone;
import viva.relationship.bond.Pair;
import viva.relationship.bond.Shared;
import viva.relationship.bond.Side;
import viva.relationship.bond.Stance;
import viva.relationship.bond.Standing;

/** One row of the table {@code bond}. Its id follows from the pair, so that nobody can make a second row for it. */
@Entity
@Table(name = "bond")
class BondRow {
    @Id
    UUID id;

    UUID firstId;
    UUID secondId;
    String status;
    String previousStatus;
    long statusSince;
    Long committedSince;
    String firstSees;
    String secondSees;
    double familiarity;
    double trust;
    double positive;
    double negative;
    double firstAffection;
    double firstAttraction;

    @JdbcTypeCode(SqlTypes.JSON)
    Feelings firstFeelings;

    double secondAffection;
    double secondAttraction;

    @JdbcTypeCode(SqlTypes.JSON)
    Feelings secondFeelings;

    long metAt;
    long lastContact;
    long encounters;
    long conflicts;

    /** Labels, with commas between them. */
    String milestones;

    long version;
    Instant updatedAt;

    static UUID idOf(Pair pair) {
        return DerivedId.of(pair.first().value(), pair.second().toString());
    }

    static BondRow of(Pair pair) {
        BondRow row = new BondRow();
        row.id = idOf(pair);
        row.firstId = pair.first().value();
        row.secondId = pair.second().value();
        return row;
    }

    /** Takes over one step; the version grows by one. */
    void take(Bond bond, Instant at) {
        takeStanding(bond);
        familiarity = bond.shared().familiarity().value();
        trust = bond.shared().trust().value();
        positive = bond.shared().affect().positive();
        negative = bond.shared().affect().negative();
        firstAffection = bond.first().affection().value();
        firstAttraction = bond.first().attraction().value();
        firstFeelings = bond.first().feelings();
        secondAffection = bond.second().affection().value();
        secondAttraction = bond.second().attraction().value();
        secondFeelings = bond.second().feelings();
        takeHistory(bond.history());
        version++;
        updatedAt = at;
    }

    private void takeStanding(Bond bond) {
        Standing standing = bond.standing();
        status = standing.status().label();
        previousStatus = standing.previous().label();
        statusSince = standing.since().millis();
        committedSince = standing.committedSince() == null
                ? null
                : standing.committedSince().millis();
        firstSees = bond.statusSeenBy(Side.FIRST).label();
        secondSees = bond.statusSeenBy(Side.SECOND).label();
    }

    private void takeHistory(History history) {
        metAt = history.metAt().millis();
        lastContact = history.lastContact().millis();
        encounters = history.encounters();
        conflicts = history.conflicts();
        milestones = history.milestones().stream().map(Milestone::label).collect(Collectors.joining(","));
    }

    KeptBond toKept() {
        return new KeptBond(toBond(), version, updatedAt, id);
    }

    private Bond toBond() {
        return new Bond(
                new Pair(new AvatarId(firstId), new AvatarId(secondId)),
                new Standing(
                        BondStatus.of(status),
                        BondStatus.of(previousStatus),
                        new WorldTime(statusSince),
                        committedSince == null ? null : new WorldTime(committedSince)),
                new Shared(new UnitInterval(familiarity), new UnitInterval(trust), new Affect(positive, negative)),
                stance(firstAffection, firstAttraction, firstFeelings),
                stance(secondAffection, secondAttraction, secondFeelings),
                new History(
                        new WorldTime(metAt), new WorldTime(lastContact), encounters, conflicts, milestonesReached()));
    }

    private static Stance stance(double affection, double attraction, Feelings feelings) {
        return new Stance(new UnitInterval(affection), new UnitInterval(attraction), feelings);
    }

    private Set<Milestone> milestonesReached() {
        return Stream.of(milestones.split(",", -1))
                .filter(label -> !label.isEmpty())
                .map(Milestone::of)
                .collect(Collectors.toSet());
    }
}
