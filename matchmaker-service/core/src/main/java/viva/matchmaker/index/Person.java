package viva.matchmaker.index;

import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.Personality;

/** Who can be found in the index. */
public record Person(AvatarId id, AccountId owner, Personality personality) {}
