package viva.matchmaker.match;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.contracts.message.AvatarDeletedV1;
import viva.matchmaker.index.Found;
import viva.matchmaker.match.PgProfileLog.Horizon;
import viva.matchmaker.match.SharedIndex.Change;
import viva.matchmaker.rest.Town;
import viva.matchmaker.rest.Town.Single;
import viva.platform.testkit.EventTap;
import viva.platform.testkit.ManagementPort;
import viva.platform.testkit.VivaServers;
import viva.platform.testkit.Waiting;

/** The index of another replica, which was paused between two looks at the table. */
@QuarkusTest
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "matchmaker"))
class MissedDeletionTest {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @ConfigProperty(name = "viva.messaging.url")
    String brokerUrl;

    @Inject
    PgProfileLog log;

    private final SharedIndex index = new SharedIndex(new SimpleMeterRegistry());
    private final String topic = UUID.randomUUID().toString();
    private EventTap tap;
    private Town town;

    @BeforeEach
    void listen() throws Exception {
        tap = new EventTap(brokerUrl, "erasure.done.*");
        town = new Town(tap);
        ManagementPort.awaitReady();
    }

    @AfterEach
    void hangUp() throws Exception {
        tap.close();
    }

    @Test
    void an_avatar_that_was_erased_meanwhile_leaves_the_index() throws Exception {
        Single ana = town.single(topic);
        Single ben = town.single(topic);
        Horizon read = get(log.horizon());
        get(index.apply(get(log.livingAfter(BEFORE_ALL, Integer.MAX_VALUE))));
        assertThat(bestFor(ana)).contains(ben.id());
        town.announce(new AvatarDeletedV1(ben.id(), 2));
        town.announce(new AvatarDeletedV1(ben.id(), 2, 1));
        await().untilAsserted(() ->
                assertThat(tap.bodies()).anyMatch(body -> body.contains(ben.id().toString())));

        List<Change> missed = get(log.since(read));
        get(index.apply(missed));

        assertThat(missed).contains(new Change.Left(ben.id().pseudonym())).doesNotContain(new Change.Left(ben.id()));
        assertThat(bestFor(ana)).doesNotContain(ben.id());
    }

    private List<AvatarId> bestFor(Single single) {
        return get(index.best(single.id(), 10, List.of())).stream()
                .map(Found::id)
                .toList();
    }

    private static <T> T get(Uni<T> work) {
        return work.await().atMost(Waiting.PATIENCE);
    }
}
