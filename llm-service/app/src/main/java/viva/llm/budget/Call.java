package viva.llm.budget;

import viva.contracts.AccountId;
import viva.contracts.AvatarId;

/**
 * One request to a model.
 *
 * @param owner who pays; null for the service itself
 * @param avatar whom it is for; null for the service itself
 * @param estimatedTokens of the prompt and the longest answer, at least 1
 */
public record Call(CallPurpose purpose, AccountId owner, AvatarId avatar, int estimatedTokens) {}
