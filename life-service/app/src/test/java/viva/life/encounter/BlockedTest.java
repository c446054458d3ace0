package viva.life.encounter;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.ConversationId;
import viva.contracts.DepartureReason;
import viva.contracts.EndReason;
import viva.contracts.WorldTime;
import viva.contracts.message.AvatarDeletedV1;
import viva.contracts.message.BlockChangedV1;
import viva.contracts.message.BondChangedV1;
import viva.contracts.message.BondEndedV1;
import viva.contracts.message.ConversationEndedV1;
import viva.contracts.message.ConversationStartedV1;
import viva.contracts.message.Event;
import viva.contracts.message.InvitationAnswerV1;
import viva.contracts.message.InvitationV1;
import viva.contracts.message.MatchFoundV1;
import viva.contracts.message.MatchLostV1;
import viva.contracts.message.StartConversationV1;
import viva.life.clock.World;
import viva.life.mind.Mind;
import viva.life.mind.MindCodec;
import viva.life.peer.LivingAvatar;
import viva.life.peer.Peers;
import viva.platform.testkit.VivaServers;

/** Luna's owner blocks Sol, or Sol is no more: what the other services say of it reaches both minds. */
@QuarkusTest
@TestProfile(FastWorld.class)
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "life"))
class BlockedTest {
    @ConfigProperty(name = "viva.messaging.url")
    URI broker;

    @Inject
    Pool pool;

    @Inject
    World world;

    private LivingAvatar luna;
    private LivingAvatar sol;
    private Peers peers;

    @BeforeEach
    void two_avatars_live() {
        luna = LivingAvatar.born(broker, pool);
        sol = LivingAvatar.born(broker, pool);
        peers = luna.peers();
    }

    @AfterEach
    void they_go() {
        say(new AvatarDeletedV1(luna.id(), 9));
        say(new AvatarDeletedV1(sol.id(), 9));
        sol.close();
        luna.close();
    }

    @Test
    void neither_owner_has_the_two_talk_while_a_block_stands_and_both_can_when_it_ended() {
        block(true);

        assertThat(refusal(luna, sol)).isEqualTo(EndReason.BLOCKED);
        assertThat(refusal(sol, luna)).isEqualTo(EndReason.NOT_AVAILABLE);

        block(false);

        ConversationId talk = start(sol, luna);
        await().untilAsserted(() -> assertThat(peers.heard(ConversationStartedV1.class, luna.id()))
                .anyMatch(event ->
                        ((ConversationStartedV1) event.data()).conversationId().equals(talk)));
    }

    @Test
    void an_invitation_from_the_other_side_of_a_block_is_refused_by_the_shard_of_the_one_who_is_invited() {
        block(true);
        ConversationId talk = new ConversationId(UUID.randomUUID());
        WorldTime now = world.now();

        peers.command(Peers.envelope(new InvitationV1(
                luna.id(),
                sol.id(),
                sol.owner(),
                "Sol",
                talk,
                false,
                true,
                now,
                new WorldTime(now.millis() + 3_600_000))));

        assertThat(reasonTold(sol, talk)).isEqualTo(EndReason.NOT_AVAILABLE);
        assertThat(mind(luna).hasInMind(sol.id())).isFalse();
    }

    @Test
    void a_yes_that_was_on_its_way_when_the_block_came_begins_no_conversation() {
        block(true);
        ConversationId talk = new ConversationId(UUID.randomUUID());

        peers.command(Peers.envelope(new InvitationAnswerV1(
                luna.id(),
                sol.id(),
                talk,
                null,
                true,
                sol.owner(),
                Peers.profile(),
                "never read",
                false,
                world.now())));

        assertThat(reasonTold(luna, talk)).isEqualTo(EndReason.NOT_AVAILABLE);
        assertThat(peers.heard(ConversationStartedV1.class, luna.id())).isEmpty();
    }

    @Test
    void a_conversation_is_over_as_soon_as_one_blocks_the_other() {
        start(luna, sol);
        await().until(() -> mind(luna).hasInMind(sol.id()) && mind(sol).hasInMind(luna.id()));

        block(true);

        await().untilAsserted(() -> {
            assertThat(mind(luna).hasInMind(sol.id())).isFalse();
            assertThat(mind(sol).hasInMind(luna.id())).isFalse();
        });
    }

    @Test
    void what_is_said_of_a_bond_or_a_match_across_a_block_does_not_reach_a_mind() {
        AvatarId third = new AvatarId(UUID.randomUUID());
        block(true);

        say(partners(luna.id(), sol.id(), 1));
        say(new MatchFoundV1(luna.id(), sol.id(), "Sol", .9));
        say(partners(luna.id(), third, 1));

        await().until(() -> mind(luna).hasInMind(third));
        assertThat(mind(luna).hasInMind(sol.id())).isFalse();
    }

    @Test
    void a_block_takes_friends_out_of_both_minds_and_its_end_does_not_bring_them_back() {
        say(partners(luna.id(), sol.id(), 1));
        say(partners(sol.id(), luna.id(), 1));
        await().until(() -> mind(luna).hasInMind(sol.id()) && mind(sol).hasInMind(luna.id()));

        block(true);
        await().untilAsserted(() -> {
            assertThat(mind(luna).hasInMind(sol.id())).isFalse();
            assertThat(mind(sol).hasInMind(luna.id())).isFalse();
        });
        block(false);

        assertThat(mind(luna).hasInMind(sol.id())).isFalse();
        assertThat(mind(sol).hasInMind(luna.id())).isFalse();
    }

    @Test
    void whose_partner_is_gone_has_them_in_mind_no_longer_and_says_so_in_the_journal() {
        say(partners(luna.id(), sol.id(), 4));
        await().until(() -> mind(luna).hasInMind(sol.id()));

        say(new BondEndedV1(luna.id(), sol.id(), BondStatus.PARTNERS, DepartureReason.GONE, 5));

        await().until(() -> !mind(luna).hasInMind(sol.id()));
        assertThat(luna.rows("SELECT 1 FROM journal WHERE %s AND kind = 'left'"))
                .hasSize(1);
    }

    @Test
    void somebody_it_only_heard_of_and_who_rests_is_a_prospect_no_longer() {
        say(new MatchFoundV1(luna.id(), sol.id(), "Sol", .9));
        await().until(() -> mind(luna).hasInMind(sol.id()));

        say(new MatchLostV1(luna.id(), sol.id(), DepartureReason.RESTING));

        await().until(() -> !mind(luna).hasInMind(sol.id()));
    }

    @Test
    void who_is_told_by_nobody_that_a_friend_is_gone_learns_it_from_the_answer_to_an_invitation() {
        AvatarId nobody = new AvatarId(UUID.randomUUID());
        say(partners(luna.id(), nobody, 1));
        await().until(() -> mind(luna).hasInMind(nobody));

        peers.command(Peers.envelope(new StartConversationV1(
                luna.id(), luna.owner(), new ConversationId(UUID.randomUUID()), nobody, Instant.now())));

        await().until(() -> !mind(luna).hasInMind(nobody));
    }

    @Test
    void of_somebody_who_is_gone_not_even_a_block_is_kept() {
        block(true);

        say(new MatchLostV1(luna.id(), sol.id(), DepartureReason.GONE));

        await().until(() -> luna.rows("SELECT 1 FROM block WHERE %s").isEmpty());
        assertThat(sol.rows("SELECT 1 FROM block WHERE %s")).hasSize(1);
    }

    /** Said as the matchmaker does, once per side, and kept by both shards when this returns. */
    private void block(boolean blocked) {
        say(new BlockChangedV1(luna.id(), sol.id(), true, blocked));
        say(new BlockChangedV1(sol.id(), luna.id(), false, blocked));
        int rows = blocked ? 1 : 0;
        await().until(() -> luna.rows("SELECT 1 FROM block WHERE %s").size() == rows
                && sol.rows("SELECT 1 FROM block WHERE %s").size() == rows);
    }

    private void say(Event event) {
        peers.say(Peers.envelope(event));
    }

    private ConversationId start(LivingAvatar host, LivingAvatar guest) {
        ConversationId talk = new ConversationId(UUID.randomUUID());
        AccountId owner = host.owner();
        peers.command(Peers.envelope(new StartConversationV1(host.id(), owner, talk, guest.id(), Instant.now())));
        return talk;
    }

    private EndReason refusal(LivingAvatar host, LivingAvatar guest) {
        return reasonTold(host, start(host, guest));
    }

    private EndReason reasonTold(LivingAvatar avatar, ConversationId talk) {
        return await().until(
                        () -> peers.heard(ConversationEndedV1.class, avatar.id()).stream()
                                .map(event -> (ConversationEndedV1) event.data())
                                .filter(ended -> ended.conversationId().equals(talk))
                                .toList(),
                        told -> !told.isEmpty())
                .getFirst()
                .reason();
    }

    private static Mind mind(LivingAvatar avatar) {
        return MindCodec.decode(avatar.rows("SELECT mind FROM mind WHERE %s")
                .getFirst()
                .getBuffer("mind")
                .getBytes());
    }

    private static BondChangedV1 partners(AvatarId avatar, AvatarId other, long version) {
        return new BondChangedV1(avatar, other, BondStatus.PARTNERS, BondStatus.DATING, .9, .9, .9, .9, version, null);
    }
}
