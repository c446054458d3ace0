package viva.avatar.card;

import viva.contracts.AvatarProfile;

/**
 * What a character card says of a character, in its normal form. Everything else of it stays in the original.
 *
 * @param name as it is written: nothing is resolved in it
 * @param age in years, as far as the card states an age that a profile can have; null otherwise
 * @param persona with placeholders resolved, at most {@value AvatarProfile#MOST_PERSONA_CHARS} characters; null when the card says nothing
 */
public record CharacterCard(String name, Integer age, String persona) {}
