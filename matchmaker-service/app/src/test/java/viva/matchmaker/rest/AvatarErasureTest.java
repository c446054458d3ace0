package viva.matchmaker.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.BondStatus;
import viva.contracts.message.AvatarDeletedV1;
import viva.contracts.message.BondChangedV1;
import viva.contracts.message.ErasureDoneV1;
import viva.contracts.message.LeftBehindV1;
import viva.contracts.message.Message;
import viva.matchmaker.rest.Town.Single;
import viva.platform.messaging.Envelopes;
import viva.platform.messaging.Topology;
import viva.platform.testkit.EventTap;
import viva.platform.testkit.Leftovers;
import viva.platform.testkit.ManagementPort;
import viva.platform.testkit.VivaServers;

@QuarkusTest
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "matchmaker"))
class AvatarErasureTest {
    @ConfigProperty(name = "viva.messaging.url")
    String brokerUrl;

    @Inject
    DataSource database;

    private EventTap tap;
    private Town town;

    @BeforeEach
    void listen() throws Exception {
        tap = new EventTap(brokerUrl, "erasure.*.*");
        town = new Town(tap);
        ManagementPort.awaitReady();
    }

    @AfterEach
    void hangUp() throws Exception {
        tap.close();
    }

    @Test
    void an_erased_avatar_is_nowhere_who_had_heard_of_it_is_told_of_and_the_service_answers() throws Exception {
        String topic = UUID.randomUUID().toString();
        Single ana = town.single(topic);
        Single ben = town.single(topic);
        Single dora = town.single(topic);
        ana.says("likes", ben).then().statusCode(200);
        dora.says("blocks", ben).then().statusCode(200);
        town.announce(
                new BondChangedV1(ana.id(), ben.id(), BondStatus.DATING, BondStatus.FRIENDS, .5, .5, .5, .5, 3, null));

        town.announce(new AvatarDeletedV1(ben.id(), 2));
        await().untilAsserted(() -> assertThat(said())
                .contains(new LeftBehindV1(ana.id(), ben.id()), new LeftBehindV1(dora.id(), ben.id())));
        await().untilAsserted(
                        () -> assertThat(ana.offered()).doesNotContain(ben.id().toString()));
        town.announce(new AvatarDeletedV1(ben.id(), 2, 1));

        await().untilAsserted(() -> assertThat(said()).contains(new ErasureDoneV1(ben.id(), "matchmaker", 1)));
        town.announce(new BondChangedV1(ana.id(), ben.id(), BondStatus.EX, BondStatus.DATING, .5, .5, .5, .5, 4, null));
        town.announce(new BondChangedV1(ben.id(), ana.id(), BondStatus.EX, BondStatus.DATING, .5, .5, .5, .5, 4, null));
        Single cleo = town.single(topic);
        await().untilAsserted(() -> {
            assertThat(tap.waitingIn(Topology.MATCHMAKER_BONDS)).isZero();
            try (Connection connection = database.getConnection()) {
                assertThat(Leftovers.in(connection, Leftovers.formsOf(ben.id().value())))
                        .isEmpty();
            }
        });
        assertThat(cleo.offered()).doesNotContain(ben.id().toString());
    }

    private List<Message> said() {
        return tap.bodies().stream()
                .<Message>map(body ->
                        Envelopes.decode(body.getBytes(StandardCharsets.UTF_8)).data())
                .toList();
    }
}
