package viva.avatar.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static viva.platform.testkit.Waiting.PATIENCE;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import viva.platform.testkit.EventTap;
import viva.platform.testkit.VivaServers;

/** The creation of an avatar whose answer is lost on its way. */
@QuarkusTest
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "avatar"))
class RepeatedWishTest {
    @ConfigProperty(name = "viva.messaging.url")
    String broker;

    @Inject
    Pool pool;

    private final Owner ana = Owner.anew();

    @Test
    void a_wish_that_is_repeated_gets_the_same_avatar_which_is_announced_once() throws Exception {
        String wish = Owner.LUNA.replaceFirst("\\{", "{\"client_id\": \"" + UUID.randomUUID() + "\",");

        try (EventTap tap = new EventTap(broker, "avatar.created.*")) {
            String first = ana.creates(wish).getString("id");
            String again = ana.creates(wish).getString("id");
            String another = Owner.anew().creates(wish).getString("id");

            assertThat(again).isEqualTo(first).isNotEqualTo(another);
            ana.asks().get("/avatars").then().body("items", hasSize(1));
            await().until(() -> announced(tap, another) == 1);
            assertThat(announced(tap, first)).isEqualTo(1);
        }
    }

    private static long announced(EventTap tap, String avatar) {
        return tap.bodies().stream().filter(body -> body.contains(avatar)).count();
    }

    @Test
    void a_wish_whose_owner_hung_up_comes_true() {
        SqlConnection busy = pool.getConnection().await().atMost(PATIENCE);
        Transaction blocking = busy.begin().await().atMost(PATIENCE);
        busy.query("lock table avatar in exclusive mode").execute().await().atMost(PATIENCE);
        Future<?> wish = HttpClient.newHttpClient().sendAsync(ana.wishesForLuna(), BodyHandlers.discarding());
        await().until(this::somebodyWaitsForALock);

        wish.cancel(true);
        ana.asks().get("/avatars").then().body("items", hasSize(0));
        blocking.rollbackAndForget();
        busy.closeAndForget();

        await().untilAsserted(() -> ana.asks().get("/avatars").then().body("items", hasSize(1)));
    }

    private boolean somebodyWaitsForALock() {
        return pool.query("select 1 from pg_locks where not granted and relation = 'avatar'::regclass"
                                + " and database = (select oid from pg_database where datname = current_database())")
                        .execute()
                        .await()
                        .atMost(PATIENCE)
                        .size()
                > 0;
    }
}
