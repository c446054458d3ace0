package viva.avatar.soul;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import viva.contracts.AvatarId;

/** The table {@code avatar_card}. Every method needs a session; those that write, a transaction. */
@Singleton
class PgCards implements PanacheRepositoryBase<CardRow, UUID> {
    Uni<Void> keep(AvatarId avatar, OriginalCard card) {
        return persist(CardRow.of(avatar.value(), card)).replaceWithVoid();
    }

    /** Null when the avatar was not made of a card. */
    Uni<OriginalCard> of(AvatarId avatar) {
        return findById(avatar.value()).map(row -> row == null ? null : row.toCard());
    }
}
