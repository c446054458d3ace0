package viva.matchmaker.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.Json;

/**
 * The table {@code profile}. Text becomes a document only after it was text, or the driver would write it as one JSON string. Every
 * method needs a session; those that write, a transaction.
 */
@Singleton
public class PgProfiles implements PanacheRepositoryBase<Profile, UUID> {
    private static final String LEARN = """
            insert into profile (id, owner_id, profile, standing, version)
            select cast(:id as uuid), cast(:owner as uuid), cast(cast(:profile as text) as jsonb), 'lives', cast(:version as bigint)
             where not exists (select 1 from profile where id = pseudonym(cast(:id as uuid)))
            on conflict (id) do update
              set owner_id = excluded.owner_id, profile = excluded.profile, standing = 'lives',
                  version = excluded.version, written_by = pg_current_xact_id()
              where profile.version < excluded.version and profile.standing <> 'erased'
            returning 1
            """;
    private static final String WITHDRAW = """
            insert into profile (id, standing, version)
            select cast(:id as uuid), cast(:standing as text), cast(:version as bigint)
             where not exists (select 1 from profile where id = pseudonym(cast(:id as uuid)))
            on conflict (id) do update
              set owner_id = case excluded.standing when 'erased' then null else profile.owner_id end,
                  profile = case excluded.standing when 'erased' then null else profile.profile end,
                  standing = excluded.standing, version = excluded.version, written_by = pg_current_xact_id()
              where profile.version < excluded.version and profile.standing <> 'erased'
            returning 1
            """;

    private static final String BURY = """
            with gone as (delete from profile where id = cast(:id as uuid) and standing = 'erased' returning version)
            insert into profile (id, standing, version)
            select pseudonym(cast(:id as uuid)), 'erased', version from gone
            on conflict do nothing
            returning 1
            """;
    private static final String BURIED = "select 1 from profile where id = pseudonym(cast(:id as uuid))";

    /** Takes in a living avatar, unless something newer is known. */
    public Uni<Void> learn(AvatarId id, AccountId owner, long version, AvatarProfile said) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LEARN)
                        .setParameter("id", id.value())
                        .setParameter("owner", owner.toString())
                        .setParameter("profile", json(said))
                        .setParameter("version", version)
                        .getResultList())
                .replaceWithVoid();
    }

    /** An avatar rests or is erased, unless something newer is known; true when it is. */
    public Uni<Boolean> withdraw(AvatarId id, String standing, long version) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WITHDRAW)
                        .setParameter("id", id.value())
                        .setParameter("standing", standing)
                        .setParameter("version", version)
                        .getResultList())
                .map(changed -> !changed.isEmpty());
    }

    /**
     * Puts its pseudonym in the place of an avatar whose erasure was committed before; an index that did not read the row in between knows
     * the avatar by that, too. Answers whether nothing but the pseudonym is there.
     */
    public Uni<Boolean> bury(AvatarId id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(BURY)
                        .setParameter("id", id.value())
                        .getResultList()
                        .chain(() -> session.createNativeQuery(BURIED)
                                .setParameter("id", id.value())
                                .getResultList()))
                .map(found -> !found.isEmpty());
    }

    /** An avatar that lives or rests, with its profile; null when there is none. */
    public Uni<Profile> known(AvatarId id) {
        return find("id = ?1 and standing <> ?2 and said is not null", id.value(), Profile.ERASED)
                .firstResult();
    }

    /** Those of the given avatars that live. */
    public Uni<List<Profile>> living(Collection<AvatarId> ids) {
        return find(
                        "id in ?1 and standing = ?2",
                        ids.stream().map(AvatarId::value).toList(),
                        Profile.LIVES)
                .list();
    }

    private static String json(AvatarProfile said) {
        try {
            return Json.mapper().writeValueAsString(said);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("unwritable profile", e);
        }
    }
}
