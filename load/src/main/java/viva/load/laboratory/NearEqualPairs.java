package viva.load.laboratory;

import java.util.ArrayList;
import java.util.List;

/** Pairs of sentences that look alike and do not say the same: one word, number, negation, order or tense apart. English and Portuguese. */
final class NearEqualPairs {
    /** What is said of a thing, and things that are easily taken for each other. */
    private static final Frames ENGLISH_THINGS = new Frames(
            List.of(
                    "I like %s.",
                    "My sister cannot stand %s.",
                    "We had %s on Friday evening.",
                    "Nina told me that she prefers %s.",
                    "I am allergic to %s.",
                    "He brought %s to the party.",
                    "They ran out of %s again.",
                    "What I miss most is %s.",
                    "Please remember to buy %s.",
                    "As a child I would never touch %s.",
                    "My favourite thing on earth is %s.",
                    "Somebody spilled %s on the sofa."),
            List.of(
                    List.of("red wine", "white wine"),
                    List.of("black tea", "green tea"),
                    List.of("goat cheese", "sheep cheese"),
                    List.of("dark chocolate", "milk chocolate"),
                    List.of("apple pie", "cherry pie"),
                    List.of("brown bread", "white bread"),
                    List.of("orange juice", "apple juice"),
                    List.of("fried eggs", "boiled eggs"),
                    List.of("tomato soup", "potato soup"),
                    List.of("salted butter", "unsalted butter"),
                    List.of("still water", "sparkling water"),
                    List.of("sweet peppers", "hot peppers"),
                    List.of("summer rain", "winter rain"),
                    List.of("fresh figs", "dried figs"),
                    List.of("chamber music", "church music"),
                    List.of("rice pudding", "bread pudding"),
                    List.of("olive oil", "walnut oil"),
                    List.of("strawberry jam", "raspberry jam"),
                    List.of("cold coffee", "hot coffee"),
                    List.of("beef stew", "lamb stew")));

    private static final Frames PORTUGUESE_THINGS = new Frames(
            List.of(
                    "Eu gosto de %s.",
                    "Minha irmã detesta %s.",
                    "Na sexta comemos %s em casa.",
                    "A Nina disse que prefere %s.",
                    "Sou alérgico a %s.",
                    "Ele trouxe %s para a festa.",
                    "Esqueci de comprar %s no mercado.",
                    "Quando criança eu não comia %s.",
                    "O que mais me faz falta é %s.",
                    "Derramaram %s no sofá."),
            List.of(
                    List.of("vinho tinto", "vinho branco"),
                    List.of("chá preto", "chá verde"),
                    List.of("queijo de cabra", "queijo de ovelha"),
                    List.of("pão doce", "pão salgado"),
                    List.of("suco de laranja", "suco de maçã"),
                    List.of("ovo frito", "ovo cozido"),
                    List.of("sopa de tomate", "sopa de batata"),
                    List.of("bolo de fubá", "bolo de cenoura"),
                    List.of("água com gás", "água sem gás"),
                    List.of("doce de leite", "doce de abóbora"),
                    List.of("arroz branco", "arroz integral"),
                    List.of("café quente", "café frio"),
                    List.of("geleia de uva", "geleia de figo"),
                    List.of("azeite doce", "azeite picante"),
                    List.of("pimenta verde", "pimenta vermelha")));

    private static final Frames ENGLISH_DETAILS = new Frames(
            List.of(
                    "The exam is %s.",
                    "We moved to the new flat %s.",
                    "My grandmother was born %s.",
                    "She starts her job %s.",
                    "The shop closes %s.",
                    "My brother got married %s.",
                    "I lost my umbrella %s.",
                    "The concert takes place %s.",
                    "Her parents opened a bakery %s."),
            List.of(
                    List.of("on Monday", "on Tuesday"),
                    List.of("in May", "in March"),
                    List.of("in June", "in July"),
                    List.of("on the 3rd", "on the 13th"),
                    List.of("at 5:30", "at 6:30"),
                    List.of("in 1953", "in 1935"),
                    List.of("before Easter", "after Easter"),
                    List.of("next week", "last week"),
                    List.of("in the morning", "in the evening"),
                    List.of("in Lisbon", "in Porto"),
                    List.of("in North Street", "in South Street"),
                    List.of("with Marta", "with Martha"),
                    List.of("on the second floor", "on the third floor"),
                    List.of("in the autumn of 2019", "in the autumn of 2020"),
                    List.of("near the river", "near the lake"),
                    List.of("two years ago", "three years ago")));

    private static final Frames AMOUNTS = new Frames(
            List.of(
                    "I have %s cats.",
                    "The ticket was %s pounds.",
                    "We walked %s miles.",
                    "She is %s years old.",
                    "Tenho %s gatos.",
                    "A passagem custou %s reais.",
                    "Ela tem %s anos.",
                    "There were %s people at the wedding.",
                    "I have read %s pages so far.",
                    "He has been there for %s weeks.",
                    "Faltam %s dias para a viagem.",
                    "Moramos há %s anos nesta casa."),
            List.of(
                    List.of("2", "3"),
                    List.of("12", "21"),
                    List.of("7", "17"),
                    List.of("40", "14"),
                    List.of("100", "1,000"),
                    List.of("two", "ten"),
                    List.of("5", "50"),
                    List.of("3.5", "5.3"),
                    List.of("19", "90"),
                    List.of("six", "sixteen")));

    private static final Frames DENIALS = new Frames(
            List.of(
                    "%s like the new neighbour.",
                    "%s want to move to the coast.",
                    "%s believe a word of it.",
                    "%s eat meat on Sundays.",
                    "%s remember the way to the lake.",
                    "%s work on Saturdays.",
                    "%s talk to the landlord.",
                    "%s sleep well in summer.",
                    "%s go to the choir."),
            List.of(
                    List.of("I", "I do not"),
                    List.of("I", "I don't"),
                    List.of("We", "We don't"),
                    List.of("They", "They never"),
                    List.of("You", "You do not"),
                    List.of("I still", "I no longer")));

    private static final Frames ENGLISH_REVERSALS = new Frames(
            List.of(
                    "%1$s lent %2$s the bicycle.",
                    "%1$s owes %2$s forty pounds.",
                    "%1$s is taller than %2$s.",
                    "%1$s left %2$s at the station.",
                    "%1$s taught %2$s to swim.",
                    "%1$s is afraid of %2$s.",
                    "%1$s forgave %2$s in the end.",
                    "%1$s moved in above %2$s."),
            List.of(
                    List.of("Ana", "Ben"),
                    List.of("Jon", "John"),
                    List.of("Marta", "Martha"),
                    List.of("the teacher", "the doctor"),
                    List.of("my brother", "my cousin"),
                    List.of("Finn", "Flynn"),
                    List.of("Helen", "Ellen"),
                    List.of("the dog", "the cat"),
                    List.of("Imogen", "Declan"),
                    List.of("Tom", "Nina"),
                    List.of("Priya", "Nikhil"),
                    List.of("the landlord", "the neighbour")));

    private static final Frames PORTUGUESE_REVERSALS = new Frames(
            List.of(
                    "%1$s emprestou a bicicleta para %2$s.",
                    "%1$s mora mais longe que %2$s.",
                    "%1$s ensinou %2$s a nadar.",
                    "%1$s tem medo de %2$s.",
                    "%1$s deve dinheiro para %2$s.",
                    "%1$s perdoou %2$s."),
            List.of(
                    List.of("Ana", "Bento"),
                    List.of("Luís", "Luiz"),
                    List.of("Otávio", "Marina"),
                    List.of("Marina", "Mariana"),
                    List.of("tia Neide", "tia Neusa"),
                    List.of("meu irmão", "meu primo"),
                    List.of("minha avó", "minha vizinha"),
                    List.of("Lívia", "Rosângela"),
                    List.of("Adão", "Conceição"),
                    List.of("dona Zulmira", "dona Keiko")));

    private static final Frames OPPOSITES = new Frames(
            List.of(
                    "%s",
                    "Yesterday Ana said: %s",
                    "You should know this: %s",
                    "I told my mother about it. %s",
                    "Honestly, %s",
                    "Remember: %s",
                    "I wrote it in my diary. %s"),
            List.of(
                    List.of("I love my job.", "I hate my job."),
                    List.of("the door was open.", "the door was shut."),
                    List.of("he won the race.", "he lost the race."),
                    List.of("she is asleep.", "she is awake."),
                    List.of("the car was sold.", "the car was bought."),
                    List.of("we agreed about it.", "we disagreed about it."),
                    List.of("it was a happy time.", "it was an unhappy time."),
                    List.of("they married.", "they divorced."),
                    List.of("he came early.", "he came late."),
                    List.of("I lived there alone.", "I live there alone."),
                    List.of("we will go to Rome.", "we went to Rome."),
                    List.of("she forgot my birthday.", "she remembered my birthday."),
                    List.of("amo meu trabalho.", "odeio meu trabalho."),
                    List.of("a porta estava aberta.", "a porta estava fechada."),
                    List.of("ele ganhou a corrida.", "ele perdeu a corrida."),
                    List.of("ela chegou cedo.", "ela chegou tarde."),
                    List.of("the lake was frozen.", "the lake was warm."),
                    List.of("he trusts me.", "he distrusts me."),
                    List.of("she can swim.", "she cannot swim."),
                    List.of("I was wrong.", "I was right.")));

    private NearEqualPairs() {}

    record Pair(String one, String other) {}

    /** Sentences with a gap, and for each gap two ways to fill it. With two gaps, the two change places. */
    private record Frames(List<String> sentences, List<List<String>> fillings) {
        List<Pair> pairs() {
            List<Pair> pairs = new ArrayList<>();
            for (String sentence : sentences) {
                for (List<String> two : fillings) {
                    pairs.add(new Pair(
                            sentence.formatted(two.getFirst(), two.getLast()),
                            sentence.formatted(two.getLast(), two.getFirst())));
                }
            }
            return pairs;
        }
    }

    static List<Pair> all() {
        List<Pair> all = new ArrayList<>();
        for (Frames frames : List.of(
                ENGLISH_THINGS,
                PORTUGUESE_THINGS,
                ENGLISH_DETAILS,
                AMOUNTS,
                DENIALS,
                ENGLISH_REVERSALS,
                PORTUGUESE_REVERSALS,
                OPPOSITES)) {
            all.addAll(frames.pairs());
        }
        return List.copyOf(all);
    }
}
