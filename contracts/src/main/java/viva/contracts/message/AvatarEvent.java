package viva.contracts.message;

/** What the avatar service says about profiles. {@code version} grows with every change of one profile, so late events show. */
public sealed interface AvatarEvent extends Event
        permits AvatarCreatedV1, AvatarUpdatedV1, AvatarDeactivatedV1, AvatarDeletedV1 {
    long version();
}
