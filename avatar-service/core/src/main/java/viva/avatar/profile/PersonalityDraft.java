package viva.avatar.profile;

import java.util.List;
import viva.contracts.AttachmentStyle;
import viva.contracts.HumorStyle;
import viva.contracts.LoveLanguage;

/** A personality as an owner wrote it, unchecked: traits may be missing, NaN or out of range, tags may repeat. */
public record PersonalityDraft(
        Double openness,
        Double conscientiousness,
        Double extraversion,
        Double agreeableness,
        Double neuroticism,
        HumorStyle humorStyle,
        LoveLanguage loveLanguage,
        AttachmentStyle attachmentStyle,
        List<String> interests,
        List<String> values) {}
