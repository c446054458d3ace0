package viva.llm.understanding;

import java.util.List;
import java.util.Set;

/** Praise that means its opposite, by the signs that are sure enough: delight, and beside it something that delights nobody. */
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
        boolean irony = text.tokens().contains(":irony");
        boolean trouble = leading == Intent.BAD_NEWS
                || words.stream()
                        .anyMatch(word -> NUISANCES.contains(word)
                                || classes.of(word).stream().anyMatch(TROUBLE::contains));
        return (delight || irony) && trouble;
    }
}
