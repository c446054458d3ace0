package viva.avatar.registry;

import viva.contracts.AccountId;

/** Whether an avatar is there. */
public sealed interface Presence {
    /** It is, and stays until the transaction ends. */
    record Here(AccountId owner) implements Presence {}

    /** Its owner deleted it. */
    record Erased() implements Presence {}

    /** There is no such avatar, and none was deleted. */
    record Unknown() implements Presence {}
}
