package viva.matchmaker.match;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.contracts.message.AvatarDeactivatedV1;
import viva.contracts.message.AvatarUpdatedV1;
import viva.matchmaker.profile.PgProfiles;
import viva.matchmaker.profile.Profile;
import viva.matchmaker.rest.Town;
import viva.matchmaker.rest.Town.Single;
import viva.platform.testkit.EventTap;
import viva.platform.testkit.ManagementPort;
import viva.platform.testkit.VivaServers;

/** Matches are looked for with what was read of an avatar before it changed. */
@QuarkusTest
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "matchmaker"))
class LateScanTest {
    @ConfigProperty(name = "viva.messaging.url")
    String brokerUrl;

    @Inject
    PgProfiles profiles;

    @Inject
    Matchmaker matchmaker;

    @Inject
    SharedIndex index;

    private final String topic = UUID.randomUUID().toString();
    private EventTap tap;
    private Town town;

    @BeforeEach
    void listen() throws Exception {
        tap = new EventTap(brokerUrl, "match.lost.*");
        town = new Town(tap);
        ManagementPort.awaitReady();
    }

    @AfterEach
    void hangUp() throws Exception {
        tap.close();
    }

    @Test
    void one_that_rests_meanwhile_stays_out_of_the_index() throws Throwable {
        Single ben = town.single(topic);
        Profile before = profileOf(ben);
        await().until(() -> index.isHeld(before.person()));
        town.announce(new AvatarDeactivatedV1(ben.id(), 2));
        await().until(() -> !index.isHeld(before.person()));

        get(() -> matchmaker.matches(before, 10));

        assertThat(index.isHeld(before.person())).isFalse();
    }

    @Test
    void one_whose_personality_changes_meanwhile_stays_as_it_is() throws Throwable {
        Single ben = town.single(topic);
        Profile before = profileOf(ben);
        await().until(() -> index.isHeld(before.person()));
        town.announce(new AvatarUpdatedV1(ben.id(), new AccountId(ben.owner()), 2, Town.profile("else")));
        await().until(() -> !index.isHeld(before.person()));

        get(() -> matchmaker.matches(before, 10));

        assertThat(index.isHeld(before.person())).isFalse();
    }

    private Profile profileOf(Single single) throws Throwable {
        return get(() -> profiles.known(single.id()));
    }

    private static <T> T get(Supplier<Uni<T>> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> Panache.withSession(work));
    }
}
