package viva.relationship.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** One row of the table {@code inhabitant}: an avatar that may have bonds. */
@Entity
class Inhabitant {
    static final String LIVES = "lives";
    static final String RESTS = "rests";
    static final String ERASED = "erased";

    @Id
    UUID id;

    UUID ownerId;
    String standing;
    long version;
}
