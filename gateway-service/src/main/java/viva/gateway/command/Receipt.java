package viva.gateway.command;

import viva.contracts.MessageId;

/** What became of a message that an owner sent. */
public sealed interface Receipt {
    /** It is stored and will reach the avatar; the id is the earlier one when it was sent before. */
    record Taken(MessageId messageId) implements Receipt {}

    /** Its client id belongs to an earlier message with another content. */
    record ClientIdTaken() implements Receipt {}
}
