package viva.avatar.forgetting;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.avatar.recall.Moment;
import viva.avatar.rest.Owner;
import viva.contracts.WorldTime;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.MemoryFadedV1;
import viva.platform.messaging.Envelopes;
import viva.platform.testkit.EventTap;
import viva.platform.testkit.ManagementPort;
import viva.platform.testkit.VivaServers;

@QuarkusTest
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "avatar"))
class ForgettingTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final WorldTime WORLD = WorldTime.parse("2030-06-01T12:00:00Z");

    @ConfigProperty(name = "viva.messaging.url")
    String broker;

    @Inject
    AgroalDataSource database;

    @Inject
    Forgetting forgetting;

    private final Owner ana = Owner.anew();
    private String luna;
    private EventTap tap;

    @BeforeEach
    void open() throws Exception {
        ManagementPort.awaitReady();
        tap = new EventTap(broker, "memory.faded.*");
        luna = ana.createsLuna();
    }

    @AfterEach
    void close() throws Exception {
        tap.close();
    }

    @Test
    void memories_with_the_owner_fade_in_real_days_and_those_among_avatars_in_the_world_s() throws Throwable {
        memory("kept: with the owner, 23 days", Map.of("with_owner", "true"), 22.9, 400);
        memory("gone: with the owner, 23.1 days", Map.of("with_owner", "true"), 23.1, 1);
        memory("gone: among avatars, 23.1 world days", Map.of(), 1, 23.1);
        memory("kept: among avatars, 22.9 world days", Map.of(), 400, 22.9);
        memory("kept: important", Map.of("with_owner", "true", "importance", "1"), 34.4, 1);
        memory("gone: important", Map.of("with_owner", "true", "importance", "1"), 34.6, 1);
        memory("kept: recalled ten times", Map.of("with_owner", "true", "importance", "1", "recalls", "10"), 51.0, 1);
        memory(
                "kept: recalled lately",
                Map.of("with_owner", "true", "recalled_at", "'" + NOW + "'::timestamptz"),
                90,
                1);

        forget();

        assertThat(contents()).hasSize(5).allMatch(content -> content.startsWith("kept"));
    }

    @Test
    void pinned_memories_and_current_facts_about_the_owner_stay_and_superseded_ones_fade() throws Throwable {
        memory("kept: pinned", Map.of("pinned", "true"), 900, 900);
        memory("kept: a fact", Map.of("slot", "'home'", "slot_value", "'Porto'", "with_owner", "true"), 900, 900);
        memory(
                "gone: superseded",
                Map.of("slot", "'home'", "slot_value", "'Faro'", "with_owner", "true", "superseded_at", "now()"),
                900,
                900);

        forget();

        assertThat(contents()).hasSize(2).allMatch(content -> content.startsWith("kept"));
    }

    @Test
    void what_happened_long_ago_is_kept_from_when_it_was_stored() throws Throwable {
        memory(
                "kept: posted yesterday",
                Map.of("posted", "true", "stored_at", "'" + NOW + "'::timestamptz"),
                4_000,
                4_000);

        forget();

        assertThat(contents()).hasSize(1);
    }

    @Test
    void a_milestone_keeps_its_gist_and_the_owner_hears_of_what_mattered_once() throws Throwable {
        memory("A long story of our first kiss", Map.of("kind", "'milestone'", "gist", "'Our first kiss'"), 900, 900);
        memory("An important walk", Map.of("importance", ".6"), 900, 900);
        memory("A walk", Map.of(), 900, 900);

        forget();
        forget();

        assertThat(contents()).containsExactly("Our first kiss");
        await().untilAsserted(() ->
                assertThat(faded()).extracting(MemoryFadedV1::gistKept).containsExactlyInAnyOrder(true, false));
    }

    @Test
    void as_of_the_same_moment_nothing_is_left_to_forget() throws Throwable {
        memory("gone", Map.of(), 900, 900);
        forget();

        assertThat(forget()).isZero();
    }

    private long forget() throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> forgetting.forget(new Moment(NOW, WORLD)));
    }

    /** A memory of importance 0 that happened and was stored some real and some world days ago, but for some columns. */
    private void memory(String content, Map<String, String> columns, double realDays, double worldDays)
            throws SQLException {
        Instant at = NOW.minus(Duration.ofMinutes(Math.round(realDays * 1_440)));
        Map<String, String> all = new java.util.TreeMap<>(Map.of(
                "id", "'" + UUID.randomUUID() + "'",
                "avatar_id", "'" + luna + "'",
                "kind", "'experience'",
                "content", "'" + content + "'",
                "importance", "0",
                "with_ids", "'{}'",
                "occurred_world_millis", Long.toString(WORLD.millis() - Math.round(worldDays * 86_400_000)),
                "occurred_at", "'" + at + "'::timestamptz",
                "stored_at", "'" + at + "'::timestamptz",
                "created_at", "'" + at + "'::timestamptz"));
        all.putAll(columns);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into memory (" + String.join(", ", all.keySet()) + ") values ("
                    + String.join(", ", all.values()) + ")");
        }
    }

    private List<String> contents() {
        return ana.asks().get("/avatars/" + luna + "/memories").jsonPath().getList("items.content");
    }

    private List<MemoryFadedV1> faded() {
        return tap.bodies().stream()
                .<CloudEvent<?>>map(body -> Envelopes.decode(body.getBytes(StandardCharsets.UTF_8)))
                .filter(event -> event.subject().toString().equals(luna))
                .map(event -> (MemoryFadedV1) event.data())
                .toList();
    }
}
