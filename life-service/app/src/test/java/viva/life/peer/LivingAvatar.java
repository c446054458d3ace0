package viva.life.peer;

import static io.restassured.RestAssured.given;
import static viva.platform.testkit.Waiting.PATIENCE;
import static viva.platform.testkit.Waiting.await;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.platform.testkit.TestTokens;

/** An avatar that lives in the service under test, its owner, and what the database knows of it. */
public record LivingAvatar(AvatarId id, AccountId owner, Peers peers, Pool pool) implements AutoCloseable {
    public static LivingAvatar born(URI broker, Pool pool) {
        LivingAvatar avatar = new LivingAvatar(
                new AvatarId(UUID.randomUUID()), new AccountId(UUID.randomUUID()), new Peers(broker), pool);
        avatar.peers.awaitAlive(avatar.id, avatar.owner);
        return avatar;
    }

    public static RequestSpecification as(AccountId account) {
        return given().header("Authorization", TestTokens.bearer("life", account));
    }

    /** What its owner is told. */
    public Response ask(String what, Map<String, ?> parameters) {
        return as(owner).queryParams(parameters).get("/avatars/" + id + what);
    }

    /** The rows of a query in which {@code %s} stands for the condition that they are this avatar's. */
    public List<Row> rows(String sql) {
        List<Row> rows = new ArrayList<>();
        pool.query(sql.replace("%s", "avatar_id = '" + id + "'"))
                .execute()
                .await()
                .atMost(PATIENCE)
                .forEach(rows::add);
        return rows;
    }

    /** Its owner writes, and it takes that in. */
    public void answered(String text) {
        long before = rows("SELECT 1 FROM journal WHERE %s").size();
        peers.wrote(id, owner, text);
        await().pollInterval(Duration.ofMillis(50))
                .until(() -> rows("SELECT 1 FROM journal WHERE %s").size() > before);
    }

    @Override
    public void close() {
        peers.close();
    }
}
