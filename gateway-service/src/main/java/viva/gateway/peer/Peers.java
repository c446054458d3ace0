package viva.gateway.peer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.gateway.peer.PeerFailure.Kind;
import viva.gateway.replica.LifeReplicas;
import viva.gateway.replica.Replicas;
import viva.gateway.replica.Unanswered;

/**
 * Asks the other services on behalf of an account. They see that the account is allowed to ask; what is not the account's own is
 * {@code NOT_FOUND}. Every answer comes within {@link #PATIENCE}, and every failure is a {@link PeerFailure}.
 */
@Singleton
public class Peers {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int NOT_FOUND = 404;
    private static final int FIRST_CLIENT_ERROR = 400;
    private static final int FIRST_SERVER_ERROR = 500;

    private final AvatarPeer avatar;
    private final Replicas<LifePeer> life;
    private final RelationshipPeer relationship;
    private final MatchmakerPeer matchmaker;
    private final InternalTokens tokens;

    Peers(
            @RestClient AvatarPeer avatar,
            LifeReplicas life,
            @RestClient RelationshipPeer relationship,
            @RestClient MatchmakerPeer matchmaker,
            InternalTokens tokens) {
        this.avatar = avatar;
        this.life = life.clients(LifePeer.class);
        this.relationship = relationship;
        this.matchmaker = matchmaker;
        this.tokens = tokens;
    }

    /** An avatar of the account's own. */
    public Uni<ObjectNode> avatar(AccountId account, AvatarId id) {
        return read("avatar", account, bearer -> avatar.avatar(bearer, id));
    }

    /** What everybody may know of an avatar that is there. */
    public Uni<ObjectNode> profile(AccountId account, AvatarId id) {
        return read("avatar", account, bearer -> avatar.profile(bearer, id));
    }

    /** A page of the avatar's memories; null parameters are left out. */
    public Uni<ObjectNode> memories(AccountId account, AvatarId id, String type, String cursor, Integer limit) {
        return read("avatar", account, bearer -> avatar.memories(bearer, id, type, cursor, limit));
    }

    /** How the avatar is right now. */
    public Uni<ObjectNode> state(AccountId account, AvatarId id) {
        return ask("life", account, bearer -> life.read(peer -> peer.state(bearer, id)));
    }

    /** The conversation of the owner and the avatar. */
    public Uni<ObjectNode> conversation(AccountId account, AvatarId id) {
        return ask("life", account, bearer -> life.read(peer -> peer.conversation(bearer, id)));
    }

    /** A conversation that an avatar of the account takes part in. */
    public Uni<ObjectNode> talk(AccountId account, ConversationId id) {
        return ask("life", account, bearer -> life.read(peer -> peer.talk(bearer, id)));
    }

    /** The world's clock. */
    public Uni<ObjectNode> world(AccountId account) {
        return ask("life", account, bearer -> life.read(peer -> peer.world(bearer)));
    }

    /** A page of the avatar's bonds; null parameters are left out. */
    public Uni<ObjectNode> bonds(AccountId account, AvatarId id, String status, String cursor, Integer limit) {
        return read("relationship", account, bearer -> relationship.bonds(bearer, id, status, cursor, limit));
    }

    /** The avatar's best matches. */
    public Uni<ObjectNode> matches(AccountId account, AvatarId id, Integer limit) {
        return read("matchmaker", account, bearer -> matchmaker.matches(bearer, id, limit));
    }

    public Uni<ObjectNode> like(AccountId account, AvatarId id, AvatarId other) {
        return ask("matchmaker", account, bearer -> matchmaker.like(bearer, id, new MatchmakerPeer.Other(other)));
    }

    public Uni<ObjectNode> pass(AccountId account, AvatarId id, AvatarId other) {
        return ask("matchmaker", account, bearer -> matchmaker.pass(bearer, id, new MatchmakerPeer.Other(other)));
    }

    /** Once more when the connection breaks off: see {@link viva.gateway.client.Backends#read}. */
    private Uni<ObjectNode> read(String peer, AccountId account, Function<String, Uni<ObjectNode>> question) {
        return answered(
                peer,
                asked(peer, account, question)
                        .onFailure(Unanswered::brokenOff)
                        .retry()
                        .atMost(1));
    }

    private Uni<ObjectNode> ask(String peer, AccountId account, Function<String, Uni<ObjectNode>> question) {
        return answered(peer, asked(peer, account, question));
    }

    private Uni<ObjectNode> asked(String peer, AccountId account, Function<String, Uni<ObjectNode>> question) {
        return Uni.createFrom().deferred(() -> question.apply("Bearer " + tokens.sign(peer, account)));
    }

    private static Uni<ObjectNode> answered(String peer, Uni<ObjectNode> asked) {
        return asked.ifNoItem().after(PATIENCE).fail().onFailure().transform(failure -> understood(peer, failure));
    }

    private static PeerFailure understood(String peer, Throwable failure) {
        if (failure instanceof WebApplicationException answer) {
            int status = answer.getResponse().getStatus();
            if (status == NOT_FOUND) {
                return new PeerFailure(Kind.NOT_FOUND, "not found");
            }
            if (status >= FIRST_CLIENT_ERROR && status < FIRST_SERVER_ERROR) {
                return new PeerFailure(Kind.REJECTED, "the " + peer + " service refused: status " + status);
            }
        }
        return new PeerFailure(Kind.UNAVAILABLE, "the " + peer + " service does not answer");
    }
}
