package viva.life.rest;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.life.clock.World;
import viva.life.conversation.Encounter;
import viva.life.conversation.EncounterTable;
import viva.life.conversation.MessageTable;
import viva.life.resident.MindTable;
import viva.life.resident.Resident;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

/**
 * The one place that decides what a caller may see: an owner their own avatars and conversations. Those of others are answered
 * exactly as those that nobody has.
 */
@Singleton
class OwnAvatars {
    private final Pool pool;
    private final World world;

    OwnAvatars(Pool pool, World world) {
        this.pool = pool;
        this.world = world;
    }

    /** The caller's own avatar, or a rejection. */
    Uni<Resident> avatar(AvatarId id, AccountId caller) {
        return MindTable.find(pool, id).map(found -> {
            if (found.unreadable().stream().anyMatch(mind -> caller.equals(mind.owner()))) {
                throw Rejected.of(
                        ProblemType.UNAVAILABLE, "the mind of this avatar cannot be read right now; it is kept");
            }
            return found.residents().stream()
                    .filter(resident -> caller.equals(resident.owner()))
                    .findFirst()
                    .orElseThrow(unknown("avatar"));
        });
    }

    /** A conversation of one of the caller's own avatars. */
    sealed interface Talk {}

    record WithOwner(MessageTable.Place place) implements Talk {}

    /** @param own the caller's side of it; the host's when both are the caller's */
    record WithAvatar(Encounter encounter, Encounter.Side own) implements Talk {}

    /** A conversation that the caller or one of their avatars takes part in, or a rejection. */
    Uni<Talk> talk(ConversationId id, AccountId caller) {
        return MessageTable.place(pool, id)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom()
                                .item(found.filter(place -> caller.equals(place.owner()))
                                        .map(place -> (Talk) new WithOwner(place))
                                        .orElseThrow(unknown("conversation")))
                        : EncounterTable.find(pool, id)
                                .map(encounter -> encounter
                                        .flatMap(e -> e.sides().stream()
                                                .filter(side -> caller.equals(side.owner()))
                                                .findFirst()
                                                .map(side -> (Talk) new WithAvatar(e, side)))
                                        .orElseThrow(unknown("conversation"))));
    }

    /** The world, once its time is known. */
    World world() {
        if (!world.isKnown()) {
            throw Rejected.of(ProblemType.UNAVAILABLE, "the world has not begun yet");
        }
        return world;
    }

    private static Supplier<Rejected> unknown(String what) {
        return () -> Rejected.notFound(what);
    }
}
