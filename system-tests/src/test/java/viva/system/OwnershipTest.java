package viva.system;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OwnershipTest {
    private static final int SHARDS = 64;

    private final World world = World.whole();

    @Test
    void a_killed_replica_loses_all_its_shards_to_the_living() {
        World.Instance victim = world.instances("life").getFirst();
        List<String> before = owners();

        victim.kill();

        await().untilAsserted(() -> {
            assertThat(world.query("life", "select count(*) from shard_owner where live"))
                    .isEqualTo("" + SHARDS);
            assertThat(owners()).isNotEqualTo(before);
        });
    }

    @Test
    void a_killed_replica_costs_no_read() {
        Owner owner = Owner.signUp(world);
        List<String> states = IntStream.range(0, 8)
                .mapToObj(n -> "/api/avatars/" + owner.newAvatar("Read " + n) + "/state")
                .toList();
        states.forEach(state -> owner.get(state).expect(200));
        World.Instance victim = world.instances("life").getFirst();

        victim.kill();
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            answers.add(owner.getOnce(states.get(i % states.size())).status());
        }

        assertThat(answers).containsOnly(200);
    }

    @Test
    void a_paused_replica_is_replaced_and_writes_nothing_when_it_goes_on() {
        Owner owner = Owner.signUp(world);
        List<String> avatars = IntStream.range(0, 12)
                .mapToObj(n -> owner.newAvatar("Shard " + n))
                .toList();
        avatars.forEach(avatar -> say(owner, avatar, "before"));
        awaitAnswers(avatars, 1);
        World.Instance frozen = world.instances("life").getFirst();
        List<String> before = owners();

        avatars.forEach(avatar -> say(owner, avatar, "in the middle"));
        frozen.pause();
        avatars.forEach(avatar -> say(owner, avatar, "while it is frozen"));
        await().untilAsserted(() -> assertThat(owners()).hasSize(1));
        String survivor = owners().getFirst();
        awaitAnswers(avatars, 3);
        String journal = world.query("life", "select count(*) from journal");
        frozen.resume();

        assertThat(before).contains(survivor);
        World.whole();
        assertThat(world.query("life", "select count(*) from journal")).isEqualTo(journal);
        assertThat(world.rows("life", """
                select in_reply_to from message where author = 'avatar' group by in_reply_to having count(*) > 1""")).isEmpty();
    }

    private static void say(Owner owner, String avatar, String text) {
        owner.post("/api/avatars/" + avatar + "/messages", "{\"content\":\"" + text + "\"}")
                .expect(202);
    }

    private void awaitAnswers(List<String> avatars, int each) {
        String count = "select count(*) from message where author = 'avatar' and avatar_id in ('%s')"
                .formatted(String.join("','", avatars));
        await().until(() -> world.query("life", count).equals("" + avatars.size() * each));
    }

    private List<String> owners() {
        return world.rows("life", "select distinct owner::text from shard_owner where live order by 1");
    }
}
