package viva.llm.understanding;

import java.util.List;
import java.util.Set;

/** What means its opposite, by signs that are sure enough: sayings, and delight beside what is no delight. */
final class Sarcasm {
    private static final List<String> DELIGHT = List.of(
            "oh great",
            "oh joy",
            "just great",
            "just perfect",
            "just what i needed",
            "exactly what i needed",
            "what i always wanted",
            "how lovely",
            "how nice",
            "how wonderful",
            "how delightful",
            "lucky me",
            "good for me",
            "what a treat",
            "what fun",
            "love it when",
            "love that for me",
            "love how",
            "so glad",
            "cant wait",
            "can not wait",
            "thanks a lot",
            "thanks for nothing",
            "wow thanks",
            "my favourite",
            "my favorite",
            "que maravilha",
            "que otimo",
            "que lindo",
            "que delicia",
            "que legal",
            "que beleza",
            "que sorte",
            "que alegria",
            "que bom",
            "era so o que",
            "so o que faltava",
            "tudo que eu queria",
            "tudo o que eu queria",
            "do que eu precisava",
            "que eu precisava",
            "adoro quando",
            "amo quando",
            "parabens para mim",
            "sorte minha",
            "valeu mesmo");

    /** Sayings that are never meant. */
    private static final List<String> IDIOMS = List.of(
            "yeah right",
            "pigs can fly",
            "pigs fly",
            "queen of england",
            "moon is made of",
            "slow clap",
            "are not you a genius",
            "arent you a genius",
            "seen that coming",
            "saw that coming",
            "what a surprise",
            "big surprise",
            "sherlock",
            "thanks for nothing",
            "water is wet",
            "alert the press",
            "hold the front page",
            "contain my excitement",
            "worked so well",
            "having enough fun",
            "porco voa",
            "que novidade",
            "grande novidade",
            "que surpresa",
            "obrigado por nada",
            "valeu por nada",
            "palmas para",
            "me engana que eu gosto",
            "conta outra que essa",
            "ate parece",
            "eu sou o papa",
            "so que nao",
            "sqn",
            "aham sei",
            "um premio para");

    private static final Set<String> BEGINNINGS = Set.of(
            "great",
            "fantastic",
            "brilliant",
            "splendid",
            "wonderful",
            "lovely",
            "perfect",
            "yay",
            "hooray",
            "awesome",
            "fabulous",
            "marvelous",
            "terrific",
            "delightful",
            "otimo",
            "maravilha",
            "lindo",
            "perfeito",
            "parabens",
            "uhuu",
            "uhu",
            "oba",
            "beleza",
            "genial",
            "sensacional",
            "excelente");

    private static final Set<String> TROUBLE = Set.of("ill", "lowfeeling", "failure", "dead", "insult");
    private static final Set<String> NUISANCES = Set.of(
            ("monday bill bills ticket tax taxes overtime meeting meetings flat tyre tire late delayed cancelled canceled broken breaks "
                            + "dies died falls fell rain rains raining traffic queue exam exams homework dentist cut cuts stuck cold wifi "
                            + "printer jam alarm mould leak leaks leaking spilled missed miss crashed crash starts start again another "
                            + "segunda conta contas boleto boletos multa imposto hora extra reuniao atrasado atrasou cancelado cancelou quebrou "
                            + "quebrado caiu morreu chuva chovendo transito fila prova provas dentista cortaram acabou luz internet travou "
                            + "vazamento perdi onibus trem queimou furou pneu goteira pifou estragou mais outra outro")
                    .split(" "));

    private Sarcasm() {}

    static boolean in(NormalText text, WordClasses classes, Intent leading) {
        List<String> words = text.words();
        if (words.isEmpty()) {
            return false;
        }
        String said = " " + String.join(" ", words) + " ";
        boolean delight = DELIGHT.stream().anyMatch(phrase -> said.contains(" " + phrase + " "))
                || BEGINNINGS.contains(words.getFirst())
                || (words.size() > 1
                        && words.getFirst().matches("oh|ah|wow|well|nossa|ai")
                        && BEGINNINGS.contains(words.get(1)));
        boolean idiom = IDIOMS.stream().anyMatch(phrase -> said.contains(" " + phrase + " "));
        boolean irony = text.tokens().contains(":irony");
        boolean trouble = leading == Intent.BAD_NEWS
                || leading == Intent.INSULT
                || words.stream()
                        .anyMatch(word -> NUISANCES.contains(word)
                                || classes.of(word).stream().anyMatch(TROUBLE::contains));
        return idiom || ((delight || irony) && trouble);
    }
}
