package viva.contracts.message;

import viva.contracts.AvatarId;
import viva.contracts.BondStatus;

/** Two avatars met for the first time. Part of a {@link BondEvolvedV1}, one for each side. */
@MessageType("bond.formed.v1")
public record BondFormedV1(AvatarId avatarId, AvatarId otherId, BondStatus status) implements BondEvent {}
