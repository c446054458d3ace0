package viva.avatar.registry;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.Personality;

/** One row of the table {@code avatar}. */
@Entity
@Table(name = "avatar")
class AvatarRow {
    @Id
    UUID id;

    UUID ownerId;

    /** The owner's id of the wish for it; null when it came without. */
    UUID clientId;

    String name;
    String bio;
    String gender;

    @JdbcTypeCode(SqlTypes.SMALLINT)
    Integer age;

    String locale;

    /** Null when there is none. */
    String persona;

    @JdbcTypeCode(SqlTypes.JSON)
    Personality personality;

    boolean active;
    boolean offlineOnly;
    long version;
    Instant createdAt;
    Instant updatedAt;

    static AvatarRow of(Avatar avatar, UUID clientId) {
        AvatarRow row = new AvatarRow();
        row.id = avatar.id().value();
        row.ownerId = avatar.owner().value();
        row.clientId = clientId;
        row.personality = avatar.profile().personality();
        row.createdAt = avatar.createdAt();
        row.take(avatar);
        return row;
    }

    /** Takes over everything that may change in an avatar's life. */
    void take(Avatar avatar) {
        name = avatar.profile().name();
        bio = avatar.profile().bio();
        gender = avatar.profile().gender();
        age = avatar.profile().age();
        locale = avatar.profile().locale();
        persona = avatar.profile().persona();
        active = avatar.active();
        offlineOnly = avatar.profile().offlineOnly();
        version = avatar.version();
        updatedAt = avatar.updatedAt();
    }

    Avatar toAvatar() {
        return new Avatar(
                new AvatarId(id),
                new AccountId(ownerId),
                new AvatarProfile(name, bio, gender, age, locale, personality, offlineOnly, persona),
                active,
                version,
                createdAt,
                updatedAt);
    }
}
