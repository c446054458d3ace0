package viva.avatar.soul;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One row of the table {@code avatar_card}. */
@Entity
@Table(name = "avatar_card")
class CardRow {
    @Id
    UUID avatarId;

    String mediaType;
    byte[] original;

    static CardRow of(UUID avatar, OriginalCard card) {
        CardRow row = new CardRow();
        row.avatarId = avatar;
        row.mediaType = card.mediaType();
        row.original = card.bytes();
        return row;
    }

    OriginalCard toCard() {
        return new OriginalCard(mediaType, original);
    }
}
