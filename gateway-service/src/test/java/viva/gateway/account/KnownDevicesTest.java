package viva.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.gateway.secret.SecretKeyBase;
import viva.gateway.session.SessionConfig;

class KnownDevicesTest {
    private static final AccountId ADA = new AccountId(UUID.fromString("0190a5e0-0000-7000-8000-000000000001"));
    private static final AccountId MALLORY = new AccountId(UUID.fromString("0190a5e0-0000-7000-8000-000000000002"));

    private final KnownDevices devices = devices("a secret of at least 32 characters", Duration.ofDays(1));

    @Test
    void a_device_stays_the_same_from_one_sign_in_to_the_next() {
        KnownDevice first = devices.read(devices.renew(ADA, Optional.empty())).orElseThrow();
        KnownDevice second =
                devices.read(devices.renew(ADA, Optional.of(first))).orElseThrow();

        assertThat(first.account()).isEqualTo(ADA);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void with_another_account_it_is_another_device() {
        KnownDevice ada = devices.read(devices.renew(ADA, Optional.empty())).orElseThrow();

        KnownDevice mallory =
                devices.read(devices.renew(MALLORY, Optional.of(ada))).orElseThrow();

        assertThat(mallory.account()).isEqualTo(MALLORY);
        assertThat(mallory.id()).isNotEqualTo(ada.id());
    }

    @Test
    void what_is_forged_too_old_or_of_another_secret_is_no_device() {
        String token = devices.renew(ADA, Optional.empty());
        char other = token.charAt(5) == 'A' ? 'B' : 'A';

        assertThat(devices.read(null)).isEmpty();
        assertThat(devices.read("")).isEmpty();
        assertThat(devices.read("nonsense!")).isEmpty();
        assertThat(devices.read(token.substring(0, token.length() - 4))).isEmpty();
        assertThat(devices.read(token + "AAAA")).isEmpty();
        assertThat(devices.read(token.substring(0, 5) + other + token.substring(6)))
                .isEmpty();
        assertThat(devices("another secret of 32 characters or more", Duration.ofDays(1))
                        .read(token))
                .isEmpty();
        assertThat(devices("a secret of at least 32 characters", Duration.ZERO).read(token))
                .isEmpty();
    }

    private static KnownDevices devices(String secret, Duration lifetime) {
        return new KnownDevices(new SecretKeyBase(secret), new SessionConfig() {
            @Override
            public Duration idle() {
                return Duration.ofDays(1);
            }

            @Override
            public Duration longest() {
                return Duration.ofDays(1);
            }

            @Override
            public Duration device() {
                return lifetime;
            }
        });
    }
}
