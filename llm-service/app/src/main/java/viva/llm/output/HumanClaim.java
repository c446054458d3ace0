package viva.llm.output;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether a text claims to be a human being, or denies being an AI, in English, Portuguese, Spanish or German. It rather sees one too many:
 * the offline voice then answers instead.
 */
final class HumanClaim {
    private static final String AI_EN =
            "(?:ai|a\\.i\\.?|artificial|bots?|robots?|chat ?bots?|machines?|programs?|computers?|language model|llm|software|simulation|simulated|virtual)";
    private static final String AI_ROMANCE =
            "(?:ia|inteligencia artificial|robos?|robots?|bots?|chat ?bots?|maquinas?|programas?|computador"
                    + "|ordenador|computadora|modelo de linguagem|modelo de lenguaje|assistente virtual|asistente virtual|software|algoritmo)";
    private static final String AI_DE =
            "(?:ki|kunstliche intelligenz|bot|roboter|chatbot|maschine|programm|computer|sprachmodell|software|simulation)";
    private static final String NOT_OR_STOP = "(?=\\s*(?:[.,;!?)…-]|$|and |just |like |too|as |e |y |und |como |wie ))";

    private static final List<Pattern> CLAIMS = List.of(
            compile(
                    "\\b(?:i'?m|i am|i'm) (?:\\w+ly |just |only |so |very |as |every bit |still |indeed |also |100% |a |an |truly |\\w+ as )*"
                            + "(?:(?:real|actual|living|breathing|normal|regular|ordinary|genuine|flesh[- ]and[- ]blood)[, ]+)*"
                            + "(?:and )?(?:human|flesh[- ]and[- ]blood|mortal)\\b"),
            compile(
                    "\\b(?:i'?m|i am) (?:\\w+ly |just |only |also |indeed )*(?:an? )?(?:real|actual|living|genuine|flesh[- ]and[- ]blood)"
                            + "(?:[, ]+\\w+)? (?:person|man|woman|girl|boy|guy|human)\\b"),
            compile("\\b(?:i'?m|i am) (?:\\w+ly |just |only |also |indeed )*a person" + NOT_OR_STOP),
            compile("\\b(?:i'?m|i am) (?:\\w+ly |very |so |100% |as )*real(?: as you)?" + NOT_OR_STOP),
            compile(
                    "\\b(?:i'?m|i am|i was|i'll be) (?:\\w+ly )?(?:not|no|never|neither|anything but)(?: \\w+ly| just| some| merely| any)*"
                            + "(?: an?| the| your)?(?: mere| simple)? " + AI_EN + "\\b"),
            compile("\\bi ain'?t (?:no |an? )?" + AI_EN + "\\b"),
            compile("\\b(?:no|not an?|nope)[,.!]? ?(?:an? )?" + AI_EN
                    + " (?:here|involved|writes|is writing|behind)\\b"),
            compile(
                    "\\b(?:as|being) an? (?:human|human being|real person)\\b|\\b(?:we|us|fellow) humans\\b|\\bmy fellow human"),
            compile(
                    "\\b(?:there is|there's|it's|this is) an? (?:real |actual |living )*(?:human|person)(?: being)? (?:behind|here|typing|writing|on the)"),
            compile(
                    "\\b(?:human|a real person|a person|real)\\? (?:yes|yep|yeah|of course|absolutely|sure|definitely|i am)\\b"),
            compile(
                    "\\bi (?:have|'ve got|got) a (?:real |human |flesh[- ]and[- ]blood )+(?:body|heart|brain|mother|birth certificate)\\b"),
            // Portuguese
            compile(
                    "(?<!nao )(?<!nem )(?<!nunca )\\b(?:sou|somos) (?:\\w+mente |mesmo |so |apenas |tao |sim,? |um |uma |tambem )*(?:ser )?human[oa]s?\\b"),
            compile(
                    "(?<!nao )(?<!nem )\\bsou (?:\\w+mente |mesmo |so |apenas |sim,? |tambem )*(?:uma? )?(?:pessoa|gente|mulher|homem|menina|garota|garoto|rapaz)"
                            + "(?: (?:real|de verdade|de carne e osso|como voce|normal|humana)\\b| ?(?:[.,!?…]|$))"),
            compile("(?<!nao )\\bsou (?:\\w+mente |bem |muito )*(?:real|de verdade|de carne e osso)\\b"),
            compile("\\b(?:nao|nem) (?:sou|seria) (?:\\w+mente |so |apenas )*(?:um |uma |nenhum |nenhuma )?"
                    + AI_ROMANCE + "\\b"),
            compile("\\bnos,? (?:os )?(?:seres )?humanos\\b|\\bcomo (?:qualquer )?(?:um )?ser humano,? eu\\b"),
            // Spanish
            compile(
                    "(?<!no )(?<!ni )(?<!nunca )\\b(?:soy|somos) (?:\\w+mente |solo |tan |si,? |un |una |tambien )*(?:ser )?human[oa]s?\\b"),
            compile(
                    "(?<!no )(?<!ni )\\bsoy (?:\\w+mente |solo |si,? |tambien )*(?:una? )?(?:persona|mujer|hombre|chica|chico)"
                            + "(?: (?:real|de verdad|de carne y hueso|como tu|normal|humana)\\b| ?(?:[.,!?…]|$))"),
            compile("(?<!no )\\bsoy (?:\\w+mente |muy |bien )*(?:real|de verdad|de carne y hueso)\\b"),
            compile("\\b(?:no|ni) (?:soy|seria) (?:\\w+mente |solo )*(?:un |una |ningun |ninguna )?" + AI_ROMANCE
                    + "\\b"),
            compile("\\bnosotros,? (?:los )?(?:seres )?humanos\\b|\\blos humanos somos\\b"),
            // German
            compile(
                    "\\bich bin (?:\\w+lich |ja |doch |auch |nur |ein |eine |sehr wohl |selbst |schon |halt )*"
                            + "(?:(?:echt|richtig|real|lebendig|normal|ganz normal)(?:er|e|es)? )*(?:mensch\\b|menschlich\\b|aus fleisch und blut\\b)"),
            compile(
                    "\\bich bin (?:\\w+lich |ja |doch |auch |nur )*(?:eine? )?(?:echt|richtig|real|lebendig)(?:er|e|es)? (?:person|frau|mann)\\b"),
            compile("\\bich bin (?:\\w+lich |ja |doch )*(?:echt|real)\\s*(?:[.,!?…]|$)"),
            compile("\\bich bin (?:\\w+lich |ja |doch )*(?:keine?|nicht (?:nur |bloss )?(?:eine? )?)(?:\\w+e )?\\s?"
                    + AI_DE + "\\b"),
            compile("\\bwir menschen\\b|\\bals mensch\\b"));

    private HumanClaim() {}

    static boolean isIn(String text) {
        String folded = Folded.of(text);
        return CLAIMS.stream().anyMatch(claim -> claim.matcher(folded).find());
    }

    private static Pattern compile(String pattern) {
        return Pattern.compile(pattern);
    }
}
