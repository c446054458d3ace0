package viva.contracts.message;

import viva.contracts.AvatarId;

/**
 * A service keeps nothing of an erased avatar.
 *
 * @param service its short name, such as {@code life}
 * @param round the one of {@link AvatarDeletedV1} that it answers
 */
@MessageType("erasure.done.v1")
public record ErasureDoneV1(AvatarId avatarId, String service, int round) implements Event {}
