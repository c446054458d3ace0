package viva.gateway.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.MatchMutualV1;
import viva.gateway.backend.FakePeers;
import viva.gateway.channel.Beings;
import viva.gateway.channel.Happenings;
import viva.platform.messaging.Topology;
import viva.platform.testkit.EventTap;
import viva.platform.testkit.ManagementPort;
import viva.platform.testkit.OwnVivaServers;
import viva.platform.testkit.OwnVivaServers.Kind;

/** The whole gateway while its PostgreSQL is away. */
@QuarkusTest
@TestProfile(TimelineOutageTest.Impatient.class)
@WithTestResource(value = OwnVivaServers.class, initArgs = @ResourceArg(name = "service", value = "gateway"))
@WithTestResource(FakePeers.class)
class TimelineOutageTest {
    @Inject
    Happenings happenings;

    @ConfigProperty(name = "viva.messaging.url")
    String broker;

    private final AvatarId avatar = Beings.fresh().avatar();

    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("viva.messaging.outage-retry", "1s");
        }
    }

    @Test
    void what_happens_meanwhile_is_on_the_timeline_afterwards_and_no_dead_letter() throws Exception {
        try (EventTap tap = new EventTap(broker, "none")) {
            ManagementPort.awaitReady();
            List<CloudEvent<MatchMutualV1>> events;
            Kind.DATABASE.stop();
            try {
                events = IntStream.range(0, 5)
                        .mapToObj(n -> happenings.happens(
                                new MatchMutualV1(avatar, Beings.fresh().avatar(), "Sol " + n)))
                        .toList();
                await().untilAsserted(() -> assertThat(
                                ManagementPort.get("/q/health/ready").asString())
                        .contains("consumer " + Topology.GATEWAY_TIMELINE, "waits for database"));
                await().untilAsserted(() -> assertThat(ManagementPort.metrics().lines())
                        .anyMatch(line -> line.startsWith("viva_consumer_waiting")
                                && line.contains("cause=\"database\"")
                                && line.endsWith(" 1.0")));
                await().until(() -> tap.waitingIn(Topology.GATEWAY_TIMELINE) == events.size());
            } finally {
                Kind.DATABASE.start();
            }

            events.forEach(happenings::awaitTold);
            assertThat(tap.waitingIn(Topology.deadLettersOf(Topology.GATEWAY_TIMELINE)))
                    .isZero();
        }
    }
}
