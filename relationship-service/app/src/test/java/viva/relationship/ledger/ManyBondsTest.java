package viva.relationship.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.message.AvatarDeletedV1;
import viva.contracts.message.CloudEvent;
import viva.platform.panache.SessionOutbox;
import viva.platform.testkit.EventTap;
import viva.platform.testkit.ManagementPort;
import viva.platform.testkit.VivaServers;
import viva.relationship.Town;
import viva.relationship.Town.Resident;

/** Before each statement Hibernate looks through all bonds that a session has loaded. */
@QuarkusTest
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "relationship"))
class ManyBondsTest {
    private static final int BONDS = 7;
    private static final String FRIENDLY =
            "\"familiarity\": 0.05, \"trust\": 0.02, \"affection\": 0.03, \"attraction\": 0.01";

    /** Rows of this transaction; those with the same {@code cmin} were written by the same statement. */
    private static final String TOLD = """
            select routing_key, cast(cmin as text) from outbox
            where strpos(body, ?1) > 0 and xmin = cast(pg_current_xact_id() as xid)
            order by id
            """;

    @ConfigProperty(name = "viva.messaging.url")
    String brokerUrl;

    @Inject
    Erasure erasure;

    @Inject
    SessionOutbox outbox;

    private EventTap tap;

    @BeforeEach
    void listen() throws Exception {
        tap = new EventTap(brokerUrl, "erasure.*.*");
        ManagementPort.awaitReady();
    }

    @AfterEach
    void hangUp() throws Exception {
        tap.close();
    }

    @Test
    void all_who_are_told_of_an_erased_avatar_are_told_by_as_many_statements_as_there_are_kinds_of_news()
            throws Throwable {
        Town town = new Town(tap);
        Resident ana = town.resident();
        for (int bond = 0; bond < BONDS; bond++) {
            ana.meets(town.resident(), FRIENDLY);
        }
        CloudEvent<?> request = CloudEvent.first(
                UUID.randomUUID(), "/viva/test", Instant.now(), null, null, new AvatarDeletedV1(ana.id(), 2));

        List<Object[]> told = VertxContextSupport.subscribeAndAwait(
                () -> outbox.transaction(() -> erasure.of(ana.id(), request).chain(() -> toldOf(ana))));

        assertThat(told).hasSize(2 * BONDS);
        assertThat(told.subList(0, BONDS)).allMatch(row -> ((String) row[0]).startsWith("bond.ended."));
        assertThat(told.subList(BONDS, 2 * BONDS)).allMatch(row -> ((String) row[0]).startsWith("erasure.left."));
        assertThat(statements(told)).hasSize(2);
    }

    private static Uni<List<Object[]>> toldOf(Resident resident) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TOLD, Object[].class)
                        .setParameter(1, resident.id().toString())
                        .getResultList());
    }

    private static Set<String> statements(List<Object[]> rows) {
        return rows.stream().map(row -> (String) row[1]).collect(Collectors.toSet());
    }
}
