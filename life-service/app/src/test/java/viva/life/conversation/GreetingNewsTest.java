package viva.life.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.PATIENCE;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.BondStatus;
import viva.contracts.Json;
import viva.contracts.ShardId;
import viva.contracts.message.AvatarDeletedV1;
import viva.contracts.message.AvatarUpdatedV1;
import viva.contracts.message.BondChangedV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.OwnerCameV1;
import viva.contracts.message.SpeakV1;
import viva.life.peer.LivingAvatar;
import viva.life.peer.Peers;
import viva.platform.testkit.GoldenPayloads;
import viva.platform.testkit.VivaServers;

/** What an avatar has to tell when its owner comes back, of all that the relationship service said meanwhile. */
@QuarkusTest
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "life"))
class GreetingNewsTest {
    @ConfigProperty(name = "viva.messaging.url")
    URI broker;

    @Inject
    Pool pool;

    private final Instant away = Instant.now().minusSeconds(60);
    private LivingAvatar luna;
    private LivingAvatar sol;
    private LivingAvatar kai;
    private long version;

    @BeforeEach
    void three_live() {
        luna = LivingAvatar.born(broker, pool);
        sol = born("Sol");
        kai = born("Kai");
    }

    @AfterEach
    void they_go() {
        List.of(luna, sol, kai).forEach(avatar -> {
            avatar.peers().say(Peers.envelope(new AvatarDeletedV1(avatar.id(), 9)));
            avatar.close();
        });
    }

    @Test
    void a_talk_with_an_old_friend_is_a_talk_and_no_milestone() {
        talked(sol, "Sol");
        afterATalk(sol);

        assertThat(newsOfGreeting()).containsExactly(new SpeakV1.News("talked", "Sol", 1, sol.id()));
    }

    @Test
    void what_became_of_bonds_is_told_before_all_the_talk() {
        for (String name : List.of("Uma", "Ben", "Cleo", "Dan")) {
            AvatarId other = new AvatarId(UUID.randomUUID());
            talked(other, name);
            talked(other, name);
        }
        bond("bond-after-a-step", sol, Map.of());
        afterATalk(kai);

        List<SpeakV1.News> news = newsOfGreeting();

        assertThat(news)
                .startsWith(new SpeakV1.News("became_friends", "Sol", 1, sol.id()))
                .hasSize(4);
        assertThat(news.subList(1, news.size()))
                .allSatisfy(talk -> assertThat(talk.kind()).isEqualTo("talked"))
                .allSatisfy(talk -> assertThat(talk.count()).isEqualTo(2));
    }

    @Test
    void of_a_bond_that_went_on_it_tells_how_things_are() {
        step(sol, BondStatus.MUTUAL_CRUSH, BondStatus.DATING);
        step(sol, BondStatus.DATING, BondStatus.EX);
        step(kai, BondStatus.FRIENDS, BondStatus.CRUSH);
        step(kai, BondStatus.CRUSH, BondStatus.FRIENDS);

        assertThat(newsOfGreeting()).containsExactly(new SpeakV1.News("broke_up", "Sol", 1, sol.id()));
    }

    @Test
    void two_of_one_name_are_two() {
        AvatarId first = new AvatarId(UUID.randomUUID());
        AvatarId second = new AvatarId(UUID.randomUUID());
        talked(first, "Sol");
        talked(second, "Sol");

        assertThat(newsOfGreeting())
                .containsExactlyInAnyOrder(
                        new SpeakV1.News("talked", "Sol", 1, first), new SpeakV1.News("talked", "Sol", 1, second));
    }

    private LivingAvatar born(String name) {
        LivingAvatar avatar = LivingAvatar.born(broker, pool);
        AvatarProfile profile = Peers.profile();
        AvatarProfile named = new AvatarProfile(
                name, profile.bio(), profile.gender(), profile.age(), profile.locale(), profile.personality());
        avatar.peers().say(Peers.envelope(new AvatarUpdatedV1(avatar.id(), avatar.owner(), 2, named)));
        await().until(() -> !avatar.rows("SELECT 1 FROM mind WHERE %s AND profile->>'name' = '" + name + "'")
                .isEmpty());
        return avatar;
    }

    private void afterATalk(LivingAvatar other) {
        bond(
                "bond-after-a-talk",
                other,
                Map.of("conversation_id", UUID.randomUUID().toString()));
    }

    /** The relationship service tells of Luna's bond with somebody, in its own words. */
    private void bond(String words, LivingAvatar other, Map<String, String> more) {
        Map<String, Object> values = new HashMap<>(
                Map.of("familiarity", 0.5, "trust", 0.6, "affection", 0.4, "attraction", 0.1, "version", ++version));
        values.put("avatar_id", luna.id().toString());
        values.put("other_id", other.id().toString());
        values.putAll(more);
        heard(Json.mapper().convertValue(GoldenPayloads.again(words, values), BondChangedV1.class));
    }

    private void step(LivingAvatar other, BondStatus from, BondStatus to) {
        heard(new BondChangedV1(luna.id(), other.id(), to, from, 0.5, 0.6, 0.4, 0.7, ++version, null));
    }

    private void heard(BondChangedV1 changed) {
        luna.peers().say(Peers.envelope(changed));
        await().until(() ->
                luna.rows("SELECT 1 FROM journal WHERE %s AND kind = 'tied'").size() == changed.version());
    }

    private void talked(LivingAvatar guest, String name) {
        talked(guest.id(), name);
    }

    private void talked(AvatarId guest, String name) {
        pool.preparedQuery(
                        "insert into encounter (shard_id, id, host_id, host_owner_id, host_name, guest_id, guest_owner_id, "
                                + "guest_name, voiced, acts, humor_match, overlap, outcome, host_mind, guest_mind, guest_profile, "
                                + "begins_world, landed, reason, told) values ($1, $2, $3, $4, 'Ada', $5, $5, $6, false, '', 0, 0, "
                                + "'{}', '', '', '{}', 0, 3, 'goodbye', true)")
                .execute(Tuple.of(
                        ShardId.of(luna.id()).value(),
                        UUID.randomUUID(),
                        luna.id().value(),
                        luna.owner().value(),
                        guest.value(),
                        name))
                .await()
                .atMost(PATIENCE);
    }

    private List<SpeakV1.News> newsOfGreeting() {
        luna.peers()
                .command(
                        Peers.envelope(new OwnerCameV1(luna.id(), luna.owner(), Instant.now(), away, "Europe/Vienna")));
        CloudEvent<SpeakV1> greeting = await().until(luna.peers()::request, this::isGreeting);
        luna.peers().words(greeting, "There you are!");
        return greeting.data().news();
    }

    private boolean isGreeting(CloudEvent<SpeakV1> request) {
        return request != null
                && request.data().avatarId().equals(luna.id())
                && request.data().occasion() == SpeakV1.Occasion.GREETING;
    }
}
