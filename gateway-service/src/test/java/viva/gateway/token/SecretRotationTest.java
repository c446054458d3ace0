package viva.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import viva.gateway.secret.SecretKeyBase;
import viva.gateway.support.FakeServices;
import viva.platform.testkit.VivaServers;
import viva.platform.testkit.Waiting;

@QuarkusTest
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "gateway"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
@WithTestResource(FakeServices.class)
class SecretRotationTest {
    @Inject
    Pool pool;

    @Inject
    TokenConfig config;

    @Test
    void keys_of_another_secret_sign_nothing_and_verify_nothing() {
        Instant now = Instant.now();
        List<SigningKey> before = keys("the secret of yesterday, well kept", now);

        List<SigningKey> after = keys("the secret of today, as well kept!", now);

        assertThat(before).isNotEmpty();
        assertThat(after).extracting(SigningKey::id).doesNotContainAnyElementsOf(ids(before));
        assertThat(after).anyMatch(key -> key.maySign(now));
        assertThat(keys("the secret of today, as well kept!", now))
                .extracting(SigningKey::id)
                .containsExactlyElementsOf(ids(after));
    }

    private List<SigningKey> keys(String secret, Instant now) {
        return get(new PgSigningKeys(pool, new KeyVault(new SecretKeyBase(secret)), config).current(now));
    }

    private static List<String> ids(List<SigningKey> keys) {
        return keys.stream().map(SigningKey::id).toList();
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().atMost(Waiting.PATIENCE);
    }
}
