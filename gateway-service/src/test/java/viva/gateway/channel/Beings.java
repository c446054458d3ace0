package viva.gateway.channel;

import java.util.UUID;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;

/** Accounts and avatars as the fake peers know them: an avatar is its owner's when the lower halves of their ids are the same. */
public record Beings(AccountId owner, AvatarId avatar) {
    /** A new owner with an avatar. */
    public static Beings fresh() {
        UUID owner = UUID.randomUUID();
        return new Beings(new AccountId(owner), another(owner));
    }

    /** Another avatar of the same owner. */
    public AvatarId anotherAvatar() {
        return another(owner.value());
    }

    public String topic() {
        return "avatar:" + avatar;
    }

    private static AvatarId another(UUID owner) {
        return new AvatarId(new UUID(UUID.randomUUID().getMostSignificantBits(), owner.getLeastSignificantBits()));
    }
}
