package viva.life.rest;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.ShardId;
import viva.contracts.WorldTime;
import viva.contracts.message.SpeakV1;
import viva.life.clock.World;
import viva.life.conversation.Encounter;
import viva.life.conversation.Line;
import viva.life.conversation.LineTable;
import viva.life.encounter.Turns;
import viva.life.resident.MindTable;
import viva.life.voice.OfflinePhrasing;
import viva.life.voice.Phrasing;

/**
 * The words of encounters. Those of a quiet one are found when somebody first reads it, and are kept: the offline voice says the same for
 * the same turn, so that two who read at once read the same.
 */
@Singleton
class Reading {
    private final Pool pool;
    private final OfflinePhrasing voices;

    Reading(Pool pool, OfflinePhrasing voices) {
        this.voices = voices;
        this.pool = pool;
    }

    /** Every line that was said by now, the first one first. */
    Uni<List<Line>> lines(Encounter encounter, World world) {
        if (encounter.isBereft()) {
            return LineTable.wherever(pool, encounter.id());
        }
        ShardId shard = ShardId.of(encounter.host().id());
        return LineTable.of(pool, shard, List.of(encounter.id()))
                .map(found -> found.getOrDefault(encounter.id(), List.of()))
                .chain(lines -> encounter.voiced() || lines.size() >= landed(encounter, world)
                        ? Uni.createFrom().item(lines)
                        : render(encounter, shard, lines, world));
    }

    private Uni<List<Line>> render(Encounter encounter, ShardId shard, List<Line> known, World world) {
        return MindTable.profiles(pool, shard, List.of(encounter.host().id()))
                .map(profiles -> spoken(encounter, known, profiles, world))
                .chain(lines -> LineTable.append(pool, shard, lines.subList(known.size(), lines.size()))
                        .replaceWith(lines));
    }

    private List<Line> spoken(
            Encounter encounter, List<Line> known, Map<AvatarId, AvatarProfile> profiles, World world) {
        List<Line> lines = new ArrayList<>(known);
        AvatarProfile host = profiles.get(encounter.host().id());
        for (int turn = known.size(); host != null && turn < landed(encounter, world); turn++) {
            SpeakV1 request = Turns.request(world.lives(), encounter, turn, host, lines, world.realNow());
            Phrasing.Wording words = voices.speak(request);
            lines.add(Turns.line(encounter, turn, request.state(), words.content(), words.tone(), Phrasing.OFFLINE));
        }
        return lines;
    }

    private static int landed(Encounter encounter, World world) {
        if (encounter.landed() != Encounter.RUNNING) {
            return encounter.landed();
        }
        WorldTime now = world.now();
        int landed = 0;
        while (landed < encounter.script().turns() && encounter.turnAt(landed).compareTo(now) <= 0) {
            landed++;
        }
        return landed;
    }
}
