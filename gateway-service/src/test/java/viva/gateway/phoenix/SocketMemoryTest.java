package viva.gateway.phoenix;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;

class SocketMemoryTest {
    private static final AccountId LUNA = new AccountId(new UUID(1, 1));
    private static final AccountId SOL = new AccountId(new UUID(2, 2));
    private static final AccountId MILO = new AccountId(new UUID(3, 3));

    private final List<String> cut = new ArrayList<>();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final SocketMemory memory = new SocketMemory(config(), metrics);

    @Test
    void what_is_given_back_is_held_no_longer() {
        SocketMemory.Share share = open(LUNA, "luna");
        SocketMemory.Share.Part one = share.part();
        SocketMemory.Share.Part other = share.part();

        one.set(60);
        other.set(30);
        one.set(20);
        assertThat(memory.held()).isEqualTo(50);

        share.close();
        assertThat(memory.held()).isZero();
        one.set(90);
        assertThat(memory.held()).isZero();
        assertThat(cut).isEmpty();
    }

    @Test
    void beyond_an_account_s_share_its_fullest_socket_is_closed_whichever_of_them_grew() {
        open(LUNA, "small").part().set(20);
        open(LUNA, "full").part().set(70);
        SocketMemory.Share.Part third = open(LUNA, "third").part();

        third.set(20);

        assertThat(cut).containsExactly("full");
        assertThat(memory.held()).isEqualTo(40);
    }

    @Test
    void beyond_the_whole_the_fullest_account_pays_and_not_who_asked_for_the_last_byte() {
        open(LUNA, "luna").part().set(90);
        open(SOL, "sol").part().set(80);
        SocketMemory.Share.Part innocent = open(MILO, "milo").part();

        innocent.set(40);

        assertThat(cut).containsExactly("luna");
        assertThat(memory.held()).isEqualTo(120);
    }

    @Test
    void a_socket_is_closed_once_and_counted_once() {
        SocketMemory.Share.Part part = open(LUNA, "luna").part();

        part.set(1_000);
        part.set(2_000);

        assertThat(cut).containsExactly("luna");
        assertThat(metrics.counter("viva.sockets.flooded").count()).isEqualTo(1);
    }

    @Test
    void an_account_that_came_back_has_its_whole_share() {
        open(LUNA, "first").part().set(1_000);

        open(LUNA, "second").part().set(100);

        assertThat(cut).containsExactly("first");
    }

    private SocketMemory.Share open(AccountId account, String name) {
        return memory.open(account, () -> cut.add(name));
    }

    private static SocketConfig config() {
        return new SmallRyeConfigBuilder()
                .withMapping(SocketConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withDefaultValue("viva.gateway.socket.held-bytes", "200")
                .withDefaultValue("viva.gateway.socket.held-bytes-per-account", "100")
                .build()
                .getConfigMapping(SocketConfig.class);
    }
}
