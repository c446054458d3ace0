package viva.contracts;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What stands in the place of an id whose bearer was erased: the same in every service, and no way back to the id. Rows that
 * only have to recognise a late message keep this, and nothing of the id.
 */
final class Pseudonym {
    private Pseudonym() {}

    /** A UUID of version 3 (RFC 9562, 5.3). Migrations compute the same: the SQL function {@code pseudonym}. */
    static UUID of(UUID id) {
        return UUID.nameUUIDFromBytes(("viva gone " + id).getBytes(StandardCharsets.UTF_8));
    }
}
