package viva.avatar.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.avatar.rest.Owner;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;
import viva.contracts.WorldTime;
import viva.contracts.message.AvatarDeletedV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ErasureDoneV1;
import viva.contracts.message.Message;
import viva.contracts.message.RememberV1;
import viva.platform.messaging.Envelopes;
import viva.platform.messaging.Topology;
import viva.platform.testkit.EventTap;
import viva.platform.testkit.Leftovers;
import viva.platform.testkit.ManagementPort;
import viva.platform.testkit.VivaServers;

@QuarkusTest
@TestProfile(ErasuresTest.Hurried.class)
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "avatar"))
class ErasuresTest {
    private static final WorldTime EVENING = WorldTime.parse("2030-01-01T17:00:00Z");
    private static final List<String> OTHERS = List.of("gateway", "life", "llm", "matchmaker", "relationship");

    @ConfigProperty(name = "viva.messaging.url")
    String broker;

    @Inject
    DataSource database;

    private final Owner ana = Owner.anew();
    private EventTap deletions;
    private EventTap answers;

    @BeforeEach
    void listen() throws Exception {
        deletions = new EventTap(broker, "avatar.deleted.*");
        answers = new EventTap(broker, "erasure.done.*");
        ManagementPort.awaitReady();
    }

    @AfterEach
    void hangUp() throws Exception {
        deletions.close();
        answers.close();
    }

    @Test
    void an_erasure_is_said_again_until_every_service_has_answered_and_then_the_id_is_nowhere() throws Exception {
        AvatarId luna = AvatarId.of(ana.createsLuna());
        ana.asks().delete("/avatars/" + luna).then().statusCode(204);
        await().until(() -> rounds(luna).size() >= 3);

        for (String service : OTHERS.subList(0, 4)) {
            answer(luna, service, 1);
        }
        int before = rounds(luna).size();
        await().until(() -> rounds(luna).size() > before + 1);
        answer(luna, OTHERS.get(4), 2);

        await().untilAsserted(() -> assertThat(leftOf(luna)).isEmpty());
        assertThat(rounds(luna)).startsWith(0, 1, 2).doesNotHaveDuplicates();
    }

    @Test
    void an_answer_to_the_first_round_is_not_the_last_word() throws Exception {
        AvatarId luna = AvatarId.of(ana.createsLuna());
        ana.asks().delete("/avatars/" + luna).then().statusCode(204);
        await().until(() -> done(luna).contains("avatar"));

        for (String service : OTHERS) {
            answer(luna, service, 0);
        }
        // Answers about one avatar are handled in their order: after this one, all those before are done.
        String last = OTHERS.getLast();
        answer(luna, last, 1);
        await().until(() -> done(luna).contains(last) || leftOf(luna).isEmpty());

        assertThat(done(luna)).containsExactlyInAnyOrder("avatar", last);
    }

    @Test
    void an_account_that_is_erased_gets_no_avatar_whatever_token_asks() {
        AvatarId luna = AvatarId.of(ana.createsLuna());
        AvatarId sol = AvatarId.of(ana.createsLuna());

        ana.asks().delete("/avatars").then().statusCode(204);

        ana.asks().body(Owner.LUNA).post("/avatars").then().statusCode(404);
        ana.asks().get("/avatars").then().statusCode(200).body("items", hasSize(0));
        await().until(() -> !rounds(luna).isEmpty() && !rounds(sol).isEmpty());
        ana.asks().delete("/avatars").then().statusCode(204);
        Owner.anew().createsLuna();
    }

    @Test
    void others_remember_somebody_who_is_gone() throws Exception {
        AvatarId luna = AvatarId.of(ana.createsLuna());
        Owner ben = Owner.anew();
        String sol = ben.creates(Owner.LUNA.replace("Luna", "Sol")).getString("id");
        remember(sol, "I laughed with Luna, at lunatics and Luna's cat.", luna);
        await().untilAsserted(() ->
                ben.asks().get("/avatars/" + sol + "/memories").then().body("items", hasSize(1)));

        ana.asks().delete("/avatars/" + luna).then().statusCode(204);

        var memory = ben.asks().get("/avatars/" + sol + "/memories").jsonPath();
        assertThat(memory.getString("items[0].content")).isEqualTo("I laughed with …, at lunatics and …'s cat.");
        assertThat(memory.getList("items[0].with"))
                .containsExactly(luna.pseudonym().toString());
    }

    @Test
    void a_memory_that_was_kept_before_the_deletion_was_seen_loses_id_and_name_in_the_next_round() throws Exception {
        AvatarId zora =
                AvatarId.of(ana.creates(Owner.LUNA.replace("Luna", "Zora")).getString("id"));
        Owner ben = Owner.anew();
        String sol = ben.createsLuna();
        ana.asks().delete("/avatars/" + zora).then().statusCode(204);

        keepUnseen(sol, "I laughed with Zora.", zora);

        await().untilAsserted(() -> assertThat(ben.asks()
                        .get("/avatars/" + sol + "/memories")
                        .jsonPath()
                        .getString("items[0].content"))
                .isEqualTo("I laughed with …."));
        for (String service : OTHERS) {
            answer(zora, service, 1);
        }
        await().untilAsserted(() -> {
            assertThat(leftOf(zora)).isEmpty();
            assertThat(left(List.of("Zora"))).isEmpty();
        });
    }

    @Test
    void memories_that_cannot_be_changed_hold_up_no_other_erasure() throws Exception {
        AvatarId luna = AvatarId.of(ana.createsLuna());
        AvatarId sol = AvatarId.of(ana.createsLuna());
        String milo = Owner.anew().createsLuna();
        execute("create function refuse() returns trigger language plpgsql as $$ begin raise 'broken'; end $$");
        execute("create trigger never before update on memory for each row when (old.avatar_id = '" + milo
                + "') execute function refuse()");
        try {
            keepUnseen(milo, "I laughed with her.", luna);
            // As the two of an account that was erased, whose rounds are the same.
            execute(
                    "insert into erasure (avatar_id, version, announced_at) values ('%s', 9, 'epoch'), ('%s', 9, 'epoch')"
                            .formatted(luna, sol));

            await().until(() -> done(sol).contains("avatar"));

            assertThat(done(luna)).isEmpty();
        } finally {
            execute("drop function refuse() cascade");
        }
        await().until(() -> done(luna).contains("avatar"));
    }

    @Test
    void memories_of_somebody_who_was_deleted_before_services_had_to_answer_lose_the_id_in_the_next_round()
            throws Exception {
        AvatarId former = new AvatarId(UUID.randomUUID());
        Owner ben = Owner.anew();
        String sol = ben.createsLuna();
        keepUnseen(sol, "I laughed with her.", former);

        // As the migration leaves it.
        execute("insert into erasure (avatar_id, version, announced_at) values ('" + former
                + "', 2147483647, 'epoch')");

        await().untilAsserted(() -> assertThat(leftOf(former)).containsOnlyKeys("avatar.erasure"));
        var memory = ben.asks().get("/avatars/" + sol + "/memories").jsonPath();
        assertThat(memory.getList("items[0].with"))
                .containsExactly(former.pseudonym().toString());
        assertThat(memory.getString("items[0].content")).isEqualTo("I laughed with her.");
    }

    @Test
    void nothing_new_is_remembered_of_somebody_who_is_gone() throws Exception {
        AvatarId luna = AvatarId.of(ana.createsLuna());
        Owner ben = Owner.anew();
        String sol = ben.createsLuna();
        ana.asks().delete("/avatars/" + luna).then().statusCode(204);

        remember(sol, "I laughed with her.", luna);
        remember(sol, "I laughed with somebody else.", new AvatarId(UUID.randomUUID()));

        await().untilAsserted(() ->
                ben.asks().get("/avatars/" + sol + "/memories").then().body("items", hasSize(1)));
        assertThat(ben.asks().get("/avatars/" + sol + "/memories").jsonPath().getString("items[0].content"))
                .isEqualTo("I laughed with somebody else.");
    }

    @Test
    void dead_letters_that_name_an_erased_avatar_are_dropped_and_all_others_stay() throws Exception {
        AvatarId luna = AvatarId.of(ana.createsLuna());
        String dead = Topology.deadLettersOf(Topology.AVATAR_MEMORIES);
        long before = answers.waitingIn(dead);
        answers.ask("avatar.memories", "{broken " + luna);
        answers.ask("avatar.memories", "{broken by nobody");
        answers.ask("avatar.memories", "{broken by nobody else");
        await().untilAsserted(() -> assertThat(answers.waitingIn(dead)).isEqualTo(before + 3));

        ana.asks().delete("/avatars/" + luna).then().statusCode(204);

        await().untilAsserted(() -> assertThat(answers.waitingIn(dead)).isEqualTo(before + 2));
    }

    private Map<String, Long> leftOf(AvatarId avatar) throws SQLException {
        return left(Leftovers.formsOf(avatar.value()));
    }

    private Map<String, Long> left(List<String> texts) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Map<String, Long> left = Leftovers.in(connection, texts);
            // What is to be said is gone from there in a moment.
            left.remove("avatar.outbox");
            return left;
        }
    }

    /** The services that are noted to keep nothing of the avatar; none as well when its erasure has ended. */
    private List<String> done(AvatarId avatar) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select unnest(done) from erasure where avatar_id = '" + avatar + "'")) {
            List<String> services = new ArrayList<>();
            while (rows.next()) {
                services.add(rows.getString(1));
            }
            return services;
        }
    }

    /** As a transaction leaves a memory that was written before the deletion of the other one was committed. */
    private void keepUnseen(String avatar, String content, AvatarId with) throws SQLException {
        execute("""
                insert into memory (id, avatar_id, kind, content, importance, occurred_world_millis, with_ids, created_at)
                values (gen_random_uuid(), '%s', 'interaction', '%s', 0.4, 0, array['%s'::uuid], now())
                """.formatted(avatar, content, with));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void remember(String avatar, String content, AvatarId with) throws IOException {
        RememberV1 request = new RememberV1(
                AvatarId.of(avatar),
                new MessageId(UUID.randomUUID()),
                "interaction",
                content,
                0.4,
                List.of(with),
                EVENING);
        answers.ask("avatar.memories", Envelopes.encode(envelope(request)));
    }

    private void answer(AvatarId avatar, String service, int round) throws IOException {
        answers.say("erasure.done." + avatar, Envelopes.encode(envelope(new ErasureDoneV1(avatar, service, round))));
    }

    private static CloudEvent<Message> envelope(Message message) {
        return CloudEvent.first(UUID.randomUUID(), "/viva/test", Instant.now(), null, null, message);
    }

    private List<Integer> rounds(AvatarId avatar) {
        return said(deletions, avatar).stream()
                .map(deletion -> ((AvatarDeletedV1) deletion.data()).round())
                .toList();
    }

    private static List<CloudEvent<?>> said(EventTap tap, AvatarId avatar) {
        return tap.bodies().stream()
                .<CloudEvent<?>>map(body -> Envelopes.decode(body.getBytes(StandardCharsets.UTF_8)))
                .filter(event -> event.subject().equals(avatar))
                .toList();
    }

    /** Rounds follow each other quickly. */
    public static class Hurried implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("viva.avatar.erasure-pause", "200ms");
        }
    }
}
