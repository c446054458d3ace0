package viva.relationship.people;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.message.AvatarDeletedV1;
import viva.contracts.message.BlockChangedV1;
import viva.contracts.message.ErasureDoneV1;
import viva.contracts.message.LeftBehindV1;
import viva.contracts.message.Message;
import viva.platform.messaging.Envelopes;
import viva.platform.testkit.EventTap;
import viva.platform.testkit.Leftovers;
import viva.platform.testkit.ManagementPort;
import viva.platform.testkit.VivaServers;
import viva.relationship.Town;
import viva.relationship.Town.Resident;

@QuarkusTest
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "relationship"))
class AvatarErasureTest {
    private static final String FRIENDLY =
            "\"familiarity\": 0.05, \"trust\": 0.02, \"affection\": 0.03, \"attraction\": 0.01";

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
    void an_erased_avatar_is_nowhere_who_knew_it_is_told_of_and_the_service_answers() throws Exception {
        Resident ana = town.resident();
        Resident ben = town.resident();
        Resident cleo = town.resident();
        ana.meets(ben, FRIENDLY);
        ben.meets(cleo, FRIENDLY);

        town.announce(new AvatarDeletedV1(ben.id(), 2, 1));

        await().untilAsserted(() -> assertThat(said()).contains(new ErasureDoneV1(ben.id(), "relationship", 1)));
        await().untilAsserted(() -> assertThat(said())
                .contains(new LeftBehindV1(ana.id(), ben.id()), new LeftBehindV1(cleo.id(), ben.id())));
        await().untilAsserted(() -> assertThat(left(ben)).isEmpty());
        ana.tells(ben, FRIENDLY).then().statusCode(404);
    }

    @Test
    void who_blocked_it_is_told_of_as_well_and_no_block_stays() throws Exception {
        Resident ana = town.resident();
        Resident ben = town.resident();
        town.announce(new BlockChangedV1(ana.id(), ben.id(), true, true));
        await().untilAsserted(() -> assertThat(left(ben)).containsKey("relationship.block"));

        town.announce(new AvatarDeletedV1(ben.id(), 2));

        await().untilAsserted(() -> assertThat(said()).contains(new LeftBehindV1(ana.id(), ben.id())));
        await().untilAsserted(() -> assertThat(left(ben)).isEmpty());
    }

    @Test
    void an_avatar_that_was_never_heard_of_is_erased_as_well() throws Exception {
        Resident nobody = Town.unheardOf();

        town.announce(new AvatarDeletedV1(nobody.id(), 2, 1));

        await().untilAsserted(() -> assertThat(said()).contains(new ErasureDoneV1(nobody.id(), "relationship", 1)));
        assertThat(nobody.asksForBonds()).isEqualTo(404);
    }

    private Map<String, Long> left(Resident resident) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Leftovers.in(connection, Leftovers.formsOf(resident.id().value()));
        }
    }

    private List<Message> said() {
        return tap.bodies().stream()
                .<Message>map(body ->
                        Envelopes.decode(body.getBytes(StandardCharsets.UTF_8)).data())
                .toList();
    }
}
