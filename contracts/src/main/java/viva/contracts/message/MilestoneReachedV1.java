package viva.contracts.message;

import viva.contracts.AvatarId;

/** A bond reached something worth remembering, such as {@code became_friends}. Part of a {@link BondEvolvedV1}, one for each side. */
@MessageType("milestone.reached.v1")
public record MilestoneReachedV1(AvatarId avatarId, AvatarId otherId, String milestone) implements BondEvent {}
