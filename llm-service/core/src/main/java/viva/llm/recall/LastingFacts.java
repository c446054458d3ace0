package viva.llm.recall;

import static viva.llm.recall.FactTexts.pattern;

import java.util.Optional;
import java.util.regex.Pattern;
import viva.llm.phrasebook.Language;

/**
 * What owners tell of themselves that lasts and fills no slot: age, origin, health, habits, what they learn and play, and people around them. It is told in
 * their own words. What passes, such as being tired, is none.
 */
final class LastingFacts {
    private static final double IMPORTANCE = .5;

    private static final Pattern ENGLISH = pattern(
            "^(?:i'm|i am) (?:now |also |currently |only )?(?:\\d{1,3}\\b|(?:from|allergic|afraid|scared|studying|learning|reading|writing|building|saving|training"
                    + "|vegetarian|vegan|a vegetarian|a vegan|married|divorced|engaged|single|pregnant|retired|diabetic|left-handed)\\b)"
                    + "|^i (?:also |still |now |always |usually |never )*(?:play|speak|grew up|was born|turned|quit|stopped|bought|collect|support|can't eat|cannot eat|don't eat"
                    + "|eat no|wake up|get up|go to bed|volunteer|run a|own a)\\b"
                    + "|^(?:my|our) (?:best friend|friend|boss|neighbou?r|colleague|flatmate|roommate|teacher|doctor|team|birthday|hobby|house|flat|car|bike|favou?rite)\\b");

    private static final Pattern PORTUGUESE = pattern(
            "^(?:eu )?(?:já |agora |também |sempre )*(?:tenho \\d{1,3} anos|fiz \\p{L}+ anos|sou (?:de|do|da|alérgic[oa]|vegetarian[oa]|vegan[oa]|casad[oa]|divorciad[oa]|solteir[oa]"
                    + "|diabétic[oa]|canhot[oa])\\b|(?:tenho|morro de) medo\\b|(?:toco|falo|cresci|nasci|parei de|larguei|comprei|coleciono|torço|acordo|levanto|durmo)\\b"
                    + "|(?:estou|tô|to) (?:aprendendo|estudando|lendo|escrevendo|juntando|treinando|grávida|casad[oa])\\b|(?:não|nao) (?:posso comer|como)\\b)"
                    + "|^(?:[oa] )?(?:meu|minha) (?:melhor amig[oa]|amig[oa]|chefe|vizinh[oa]|colega|professora?|médic[oa]|time|aniversário|hobby|casa|apartamento|carro)\\b"
                    + "|^a gente vai casar\\b");

    /** What is said to the avatar, or of it. */
    private static final Pattern TO_AVATAR = pattern("\\b(?:you|your|you're|yours|você|voce|vc|te|contigo)\\b");

    private LastingFacts() {}

    static Optional<OwnerFact> in(String clause, Language language) {
        Optional<Pattern> lasting = switch (language) {
            case ENGLISH -> Optional.of(ENGLISH);
            case PORTUGUESE -> Optional.of(PORTUGUESE);
            case SPANISH, GERMAN -> Optional.empty();
        };
        return lasting.filter(pattern -> clause.indexOf(' ') > 0
                        && pattern.matcher(clause).find()
                        && !TO_AVATAR.matcher(clause).find())
                .map(_ -> OwnerFact.loose(MemoryText.toldMe(language) + ": “" + clause + "”", clause, IMPORTANCE));
    }
}
