package viva.gateway.session;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import viva.contracts.AccountId;

/**
 * What stands for an account's id where an erased account must leave none: the first half of its SHA-256. The database computes the
 * same ({@code account_digest}); an id's 122 random bits cannot be guessed from it.
 */
final class AccountDigest {
    private AccountDigest() {}

    static UUID of(AccountId account) {
        UUID id = account.value();
        byte[] bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        try {
            ByteBuffer digest =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
