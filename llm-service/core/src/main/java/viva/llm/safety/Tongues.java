package viva.llm.safety;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import viva.llm.phrasebook.Language;

/** Which languages a message may be written in, by everyday words that hardly occur in the others. */
final class Tongues {
    private static final Map<Language, Set<String>> WORDS = new EnumMap<>(
            Map.of(
                    Language.ENGLISH,
                    words(
                            "i im ive id ill the and to of it is my me you your that this was were with for have not dont cant are just want wanna "
                                    + "be am so do what how why if when they she he we would could will gonna no life on at but any about like feel from myself "
                                    + "think know there everyone without die dead kill would should been get out up all has had anymore tonight talk real a such some more can did does really him her them his had no not never very good bad day today now here these those into over"),
                    Language.PORTUGUESE,
                    words(
                            "eu tu es nao n q que de do da dos das em no na nos nas um uma uns pra para pro com sem se voce vc me meu minha meus minhas mim "
                                    + "e eh to tou ta tava estou esta mais mas muito mto quero qro queria vou vai tem tenho isso isto esse essa ja hoje "
                                    + "por porque pq quem como ser sou era foi so tudo todo todos nada ninguem vida mundo aqui agora eles ela ele ai sim oi msm"),
                    Language.SPANISH,
                    words(
                            "yo no que q de del la el los las un una unos en con sin se me mi mis tu te es estoy esta estan mas pero muy quiero kiero voy "
                                    + "va tiene tengo esto eso esa ese ya hoy por porque quien como ser soy era fue solo todo todos nada nadie vida mundo "
                                    + "aqui ahora ellos ella y o para al lo le les hay eres sos puedo si donde cuando"),
                    Language.GERMAN,
                    words(
                            "ich du er sie es wir ihr mir mich dir dich der die das den dem ein eine einen und oder aber nicht kein keine ist bin bist "
                                    + "sind war hab habe hat will mochte kann muss so auch nur noch mehr schon mit von zu zum zur auf in im an am fur ohne "
                                    + "wenn dass wie was wer warum wo da hier heute morgen leben mein meine dein alles nichts niemand ja nein mal doch sag")));

    private Tongues() {}

    /** Those with the most everyday words, or nearly as many; all of them when there is none. And those whose lexicon has the most words. */
    static Set<Language> of(List<String> tokens) {
        Map<Language, Integer> counts = new EnumMap<>(Language.class);
        int most = 0;
        for (Language language : Language.values()) {
            int count = 0;
            for (String token : tokens) {
                count += WORDS.get(language).contains(token) ? 1 : 0;
            }
            counts.put(language, count);
            most = Math.max(most, count);
        }
        int enough = Math.max(Math.min(1, most), most - (most > 6 ? 2 : 1));
        Set<Language> tongues = EnumSet.noneOf(Language.class);
        long known = Stream.of(Language.values())
                .mapToLong(language -> Lexicon.of(language).known(tokens))
                .max()
                .orElse(0);
        counts.forEach((language, count) -> {
            long words = Lexicon.of(language).known(tokens);
            if (count >= enough || (words > 0 && words == known)) {
                tongues.add(language);
            }
        });
        return tongues;
    }

    private static Set<String> words(String words) {
        return Set.copyOf(
                Arrays.asList(words.split(" ", -1)).stream().distinct().toList());
    }
}
