package viva.life.decision;

import java.time.Instant;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;

/** A fact that has to be read before a decision. What is not read is not known: {@link View} answers as if there were none. */
public sealed interface Read {
    /** The profile of an avatar of the shard. */
    record Profile(AvatarId avatar) implements Read {}

    /** The latest messages of a conversation with an owner. */
    record RecentMessages(ConversationId conversation) implements Read {}

    /** An encounter that the shard hosts. */
    record HostedEncounter(ConversationId encounter) implements Read {}

    /** What was said in an encounter so far. */
    record LinesOf(ConversationId encounter) implements Read {}

    /** Encounters of an avatar, of any host, whose end its partners were not told of. */
    record OpenEncounters(AvatarId avatar) implements Read {}

    /** Who has an avatar in their history, in any shard. */
    record MentionsOf(AvatarId avatar) implements Read {}

    /** How often an avatar may write to its owner first, and where the owner is. */
    record Quota(AvatarId avatar) implements Read {}

    /** What happened to an avatar since a real instant. Of several reads for one avatar the earliest counts. */
    record NewsSince(AvatarId avatar, Instant since) implements Read {}

    /** Blocks between an avatar of the shard and another, either way. */
    record BlocksBetween(AvatarId avatar, AvatarId other) implements Read {}
}
