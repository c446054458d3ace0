package viva.matchmaker.profile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.matchmaker.index.Person;

/** One row of the table {@code profile}: an avatar that can be matched, or could. */
@Entity
public class Profile {
    static final String LIVES = "lives";

    /** Standing of an avatar that is withdrawn for a while. */
    public static final String RESTS = "rests";

    /** Standing of an avatar that was deleted. */
    public static final String ERASED = "erased";

    @Id
    UUID id;

    UUID ownerId;

    @Column(name = "profile")
    @JdbcTypeCode(SqlTypes.JSON)
    AvatarProfile said;

    String standing;
    long version;

    public AvatarId avatarId() {
        return new AvatarId(id);
    }

    public AvatarProfile said() {
        return said;
    }

    public boolean isOf(AccountId account) {
        return account.value().equals(ownerId);
    }

    public boolean hasOwnerOf(Profile other) {
        return ownerId.equals(other.ownerId);
    }

    public boolean lives() {
        return standing.equals(LIVES);
    }

    public Person person() {
        return new Person(avatarId(), new AccountId(ownerId), said.personality());
    }
}
