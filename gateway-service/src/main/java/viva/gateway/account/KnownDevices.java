package viva.gateway.account;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import viva.contracts.AccountId;
import viva.gateway.secret.KeyedDigest;
import viva.gateway.secret.SecretKeyBase;
import viva.gateway.session.SessionConfig;

/**
 * Tokens by which a device shows that it signed in to an account before, so that strangers who guess the password cannot lock it out
 * (OWASP, Device Cookies). One opens nothing: it only says which limit counts. Nothing is stored of it here; it is account, device and
 * second of its signature, and their keyed digest.
 */
@Singleton
public class KnownDevices {
    private static final int CLAIM_BYTES = 5 * Long.BYTES;
    private static final int MAC_BYTES = 32;
    private static final int MAX_TOKEN = 100;

    private final KeyedDigest digest;
    private final SessionConfig config;
    private final Clock clock = Clock.systemUTC();

    KnownDevices(SecretKeyBase secret, SessionConfig config) {
        this.digest = new KeyedDigest(secret, "viva gateway known devices v1");
        this.config = config;
    }

    /**
     * A token for a device that has just signed in to an account.
     *
     * @param shown what it showed; when that is of the same account it stays the same device
     */
    public String renew(AccountId account, Optional<KnownDevice> shown) {
        UUID device = shown.filter(known -> known.account().equals(account))
                .map(KnownDevice::id)
                .orElseGet(UUID::randomUUID);
        byte[] claims = ByteBuffer.allocate(CLAIM_BYTES)
                .putLong(account.value().getMostSignificantBits())
                .putLong(account.value().getLeastSignificantBits())
                .putLong(device.getMostSignificantBits())
                .putLong(device.getLeastSignificantBits())
                .putLong(clock.instant().getEpochSecond())
                .array();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(CLAIM_BYTES + MAC_BYTES)
                        .put(claims)
                        .put(digest.of(claims))
                        .array());
    }

    /** Whose device it is; empty for null and for whatever is no token of ours, or too old. */
    public Optional<KnownDevice> read(String token) {
        return bytes(token)
                .filter(this::isSigned)
                .map(ByteBuffer::wrap)
                .map(claims -> new Signed(
                        new KnownDevice(
                                new AccountId(new UUID(claims.getLong(), claims.getLong())),
                                new UUID(claims.getLong(), claims.getLong())),
                        Instant.ofEpochSecond(claims.getLong())))
                .filter(signed -> signed.at().plus(config.device()).isAfter(clock.instant()))
                .map(Signed::device);
    }

    private static Optional<byte[]> bytes(String token) {
        if (token == null || token.length() > MAX_TOKEN) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getUrlDecoder().decode(token));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private boolean isSigned(byte[] token) {
        return token.length == CLAIM_BYTES + MAC_BYTES
                && MessageDigest.isEqual(
                        Arrays.copyOfRange(token, CLAIM_BYTES, token.length),
                        digest.of(Arrays.copyOf(token, CLAIM_BYTES)));
    }

    private record Signed(KnownDevice device, Instant at) {}
}
