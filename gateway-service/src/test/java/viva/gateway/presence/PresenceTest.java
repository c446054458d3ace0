package viva.gateway.presence;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import viva.contracts.AvatarId;
import viva.gateway.channel.Beings;
import viva.gateway.timeline.ErasedAvatars;

class PresenceTest {
    private static final ErasedAvatars NOBODY = new ErasedAvatars(null) {
        @Override
        public Uni<Set<AvatarId>> among(Collection<AvatarId> avatars) {
            return Uni.createFrom().item(Set.of());
        }
    };

    private final Beings beings = Beings.fresh();

    /** How Redis can be away. */
    enum Outage {
        AT_ONCE,
        LATER,
        SILENT
    }

    @ParameterizedTest
    @EnumSource
    void without_redis_nobody_is_greeted_and_nothing_else_fails(Outage outage) {
        GreetingConfig config = () -> Duration.ofMinutes(5);
        Presence presence = new Presence(new LastSeen(redis(outage)), NOBODY, null, null, config);

        assertThatCode(() -> {
                    presence.came(beings.owner(), beings.avatar(), false);
                    presence.here(List.of(beings.avatar()));
                })
                .doesNotThrowAnyException();
    }

    private static ReactiveRedisDataSource redis(Outage outage) {
        return (ReactiveRedisDataSource) Proxy.newProxyInstance(
                PresenceTest.class.getClassLoader(),
                new Class<?>[] {ReactiveRedisDataSource.class},
                (proxy, method, arguments) -> answer(outage));
    }

    private static Uni<?> answer(Outage outage) {
        return switch (outage) {
            case AT_ONCE -> throw new IllegalStateException("connection refused");
            case LATER -> Uni.createFrom().failure(new IllegalStateException("connection lost"));
            case SILENT -> Uni.createFrom().nothing();
        };
    }
}
