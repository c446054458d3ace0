package viva.relationship.ledger;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.WorldTime;
import viva.platform.panache.SessionOutbox;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;
import viva.relationship.bond.Bond;
import viva.relationship.bond.BondParameters;
import viva.relationship.bond.Evolution;
import viva.relationship.bond.Pair;
import viva.relationship.bond.TurningPoint;

/** All bonds. Each change of one and what is said about it are one transaction, and changes of one pair happen one after another. */
@Singleton
public class Ledger {
    private static final String ENCOUNTERS = "bonds";
    private static final String CONVERSATIONS = "conversations";
    private static final ProblemType NO_SUCH_STEP =
            new ProblemType("no-such-step", "Their bond cannot take this step", 409);

    private final PgBonds bonds;
    private final PgBlocks blocks;
    private final Announcements announcements;
    private final SessionOutbox outbox;
    private final BondParameters parameters = BondParameters.DEFAULT;
    private final Clock clock = Clock.systemUTC();

    Ledger(PgBonds bonds, PgBlocks blocks, Announcements announcements, SessionOutbox outbox) {
        this.bonds = bonds;
        this.blocks = blocks;
        this.announcements = announcements;
        this.outbox = outbox;
    }

    /**
     * Writes an encounter down.
     *
     * @param allowed runs first in the transaction and fails when the caller may not tell of it
     */
    public Uni<KeptBond> evolve(Encounter encounter, Supplier<Uni<Void>> allowed) {
        Pair pair = Pair.of(encounter.avatar(), encounter.other());
        return outbox.transaction(() -> allowed.get()
                .chain(() -> bonds.locked(pair))
                .call(() -> refuseBlocked(pair))
                .chain(row -> isNews(encounter, row).chain(news -> news ? write(encounter, pair, row) : kept(row))));
    }

    /** Between the two of a block each is as unknown to the other as somebody who never was. */
    private Uni<Boolean> refuseBlocked(Pair pair) {
        return blocks.isBetween(pair).invoke(blocked -> {
            if (blocked) {
                throw Rejected.notFound("avatar");
            }
        });
    }

    /**
     * Writes down what a conversation did to a bond; one that was counted before changes nothing, nor does one of two between whom a block
     * stands by now.
     *
     * @param bothThere runs first in the transaction; without both there is nothing to write
     */
    public Uni<Void> count(Conversation conversation, Supplier<Uni<Boolean>> bothThere) {
        return outbox.transaction(() -> bothThere
                .get()
                .chain(there -> there
                        ? outbox.isNew(CONVERSATIONS, conversation.id().value())
                        : Uni.createFrom().item(false))
                .chain(news -> news ? write(conversation) : Uni.createFrom().voidItem()));
    }

    /** The bond of an avatar with another; rejected when they never met. */
    public Uni<KeptBond> find(AvatarId avatar, AvatarId other, Supplier<Uni<Void>> allowed) {
        return Panache.withSession(() -> allowed.get()
                        .chain(() -> avatar.equals(other)
                                ? Uni.createFrom().<BondRow>nullItem()
                                : bonds.findById(BondRow.idOf(Pair.of(avatar, other)))))
                .onItem()
                .ifNull()
                .failWith(() -> Rejected.notFound("bond"))
                .map(BondRow::toKept);
    }

    /** The bonds that changed last, first; at most {@code count}, of one status as the avatar sees it or of all. */
    public Uni<List<KeptBond>> newestOf(
            AvatarId avatar,
            Optional<BondStatus> status,
            Optional<PageStart> start,
            int count,
            Supplier<Uni<Void>> allowed) {
        String seen = status.map(BondStatus::label).orElse("");
        return Panache.withSession(() -> allowed.get()
                        .chain(() -> start.map(from -> bonds.newestOf(avatar, seen, from, count))
                                .orElseGet(() -> bonds.newestOf(avatar, seen, count))))
                .map(rows -> rows.stream().map(BondRow::toKept).toList());
    }

    public Uni<List<Tally>> tallies(AvatarId avatar, Supplier<Uni<Void>> allowed) {
        return Panache.withSession(() -> allowed.get().chain(() -> bonds.tallies(avatar)));
    }

    private Uni<Boolean> isNews(Encounter encounter, BondRow row) {
        return encounter
                .id()
                .map(id -> outbox.isNew(ENCOUNTERS, id))
                .orElseGet(() -> Uni.createFrom().item(true))
                .invoke(news -> {
                    if (!news && row == null) {
                        throw Rejected.of(ProblemType.CONFLICT, "this encounter was told of another pair");
                    }
                });
    }

    private Uni<KeptBond> write(Encounter encounter, Pair pair, BondRow known) {
        Bond before = known == null
                ? Bond.between(pair, encounter.at().orElseGet(this::worldNow))
                : known.toKept().bond();
        return write(known, steps(encounter, before), Optional.empty());
    }

    private Uni<Void> write(Conversation conversation) {
        return bonds.locked(conversation.pair())
                .chain(known -> blocks.isBetween(conversation.pair())
                        .chain(blocked -> blocked ? Uni.createFrom().voidItem() : write(conversation, known)));
    }

    private Uni<Void> write(Conversation conversation, BondRow known) {
        Bond before = known == null
                ? Bond.between(conversation.pair(), conversation.endedAt())
                : known.toKept().bond();
        List<Evolution> steps = before.meet(conversation.meeting(), conversation.endedAt(), parameters);
        return write(known, steps, Optional.of(conversation)).replaceWithVoid();
    }

    private Uni<KeptBond> write(BondRow known, List<Evolution> steps, Optional<Conversation> conversation) {
        BondRow row = known == null ? BondRow.of(steps.getLast().after().pair()) : known;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        steps.forEach(step -> row.take(step.after(), now));
        return bonds.persist(row)
                .chain(() -> announcements.tell(steps, row.version, conversation))
                .map(_ -> row.toKept());
    }

    private List<Evolution> steps(Encounter encounter, Bond before) {
        WorldTime at = encounter.at().orElse(before.history().lastContact());
        List<Evolution> steps = new ArrayList<>();
        steps.add(before.evolve(before.pair().sideOf(encounter.avatar()), encounter.deltas(), at, parameters));
        encounter
                .turningPoint()
                .ifPresent(turn -> steps.add(decide(steps.getLast().after(), turn, at)));
        return steps;
    }

    private static Evolution decide(Bond bond, TurningPoint turn, WorldTime at) {
        return bond.decide(turn, at)
                .orElseThrow(() -> Rejected.of(
                        NO_SUCH_STEP,
                        turn.label() + " is no step from " + bond.status().label()));
    }

    private static Uni<KeptBond> kept(BondRow row) {
        return Uni.createFrom().item(row.toKept());
    }

    /** Stands in for the world's time when two meet for the first time and nobody said when. */
    private WorldTime worldNow() {
        return new WorldTime(Instant.now(clock).toEpochMilli());
    }
}
