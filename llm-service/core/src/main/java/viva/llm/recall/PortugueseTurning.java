package viva.llm.recall;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import viva.llm.hearing.PlainText;

/**
 * Brazilian Portuguese: the owner is {@code você}, and verbs take the third person. Only verbs of a list are turned, and only where a verb can
 * stand: {@code trabalho} is a noun after {@code meu}.
 */
final class PortugueseTurning implements Turning {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("eu", "você"),
            Map.entry("meu", "seu"),
            Map.entry("minha", "sua"),
            Map.entry("meus", "seus"),
            Map.entry("minhas", "suas"),
            Map.entry("me", "se"),
            Map.entry("mim", "você"),
            Map.entry("comigo", "com você"),
            Map.entry("nosso", "seu"),
            Map.entry("nossa", "sua"),
            Map.entry("nossos", "seus"),
            Map.entry("nossas", "suas"));

    private static final String AR =
            "trabalhar morar adorar amar gostar estudar tocar cantar dançar jogar viajar comprar ganhar começar parar"
                    + " fumar mudar acordar levantar deitar acabar aprender:er nadar treinar cozinhar ensinar usar pintar"
                    + " desenhar programar precisar passar ficar chegar voltar encontrar casar separar formar aposentar"
                    + " entrar terminar juntar guardar pensar sonhar tentar cuidar criar plantar colecionar detestar"
                    + " torrar andar pedalar caminhar correr:er beber:er comer:er viver:er escrever:er vender:er"
                    + " entender:er morrer:er receber:er conhecer:er nascer:er crescer:er esquecer:er aguentar:ar"
                    + " suportar:ar assinar levar lavar lutar marcar ligar olhar odiar visitar alugar reformar adotar"
                    + " apresentar largar mandar namorar notar perguntar preparar pretender:er quebrar resolver:er"
                    + " assistir:ir decidir:ir partir:ir abrir:ir dividir:ir frequentar participar completar faltar achar"
                    + " deixar chamar tomar tirar sair:air cair:air costumar curtir:ir brincar pegar pagar ajudar operar"
                    + " machucar sofrer:er escolher:er perder:er";

    private static final Map<String, String> VERBS = verbs();

    /** Words after which a form such as {@code estudo} or {@code como} is a verb. */
    private static final Set<String> BEFORE_VERBS = Set.of(
            "eu", "nao", "já", "ja", "tambem", "sempre", "so", "e", "mas", "agora", "que", "porque", "me", "nunca",
            "ainda", "hoje", "amanha", "ontem", "aqui", "quando", "se", "onde", "depois", "la");

    /** Clitics and denials go between {@code você} and the verb. */
    private static final Set<String> LEANING = Set.of("nao", "me", "ja", "sempre", "tambem", "so", "ainda", "nunca");

    private static final Set<String> UNTURNED = Set.of("voce", "vc", "te", "tu", "ti", "contigo", "seu", "sua", "nos");

    private static final Set<String> OWN = Set.of("meu", "minha", "meus", "minhas", "nosso", "nossa");

    @Override
    public Optional<String> statement(String text, List<Token> tokens) {
        String plain = text.replaceFirst("(?i)^a gente ", "vocês ")
                .replaceFirst("^vocês vai\\b", "vocês vão")
                .replaceFirst("^vocês tem\\b", "vocês têm")
                .replaceFirst("^vocês mora\\b", "vocês moram");
        boolean turned = plain.startsWith("vocês ");
        boolean subject = turned;
        int insertAt = -1;
        String[] words = plain.split(" ", -1);
        String before = "";
        for (int at = 0; at < words.length; at++) {
            String core = words[at].replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
            String folded = PlainText.folded(core);
            if (UNTURNED.contains(folded)) {
                return Optional.empty();
            }
            boolean canBeVerb = at == 0 || BEFORE_VERBS.contains(before) || (at > 0 && words[at - 1].endsWith(","));
            String verb = canBeVerb ? VERBS.get(core.toLowerCase(Locale.ROOT)) : null;
            String word = WORDS.get(core.toLowerCase(Locale.ROOT));
            if (verb != null && !subject && insertAt < 0 && !before.equals("eu")) {
                insertAt = leaning(words, at);
            }
            subject |= folded.equals("eu") || (at == 0 && OWN.contains(folded));
            turned |= verb != null || OWN.contains(folded) || folded.equals("eu");
            String said = verb != null ? verb : word;
            words[at] = said == null ? begun(words[at], at) : words[at].replace(core, said);
            before = folded;
        }
        if (!turned) {
            return Optional.empty();
        }
        if (insertAt >= 0) {
            words[insertAt] = "você " + words[insertAt];
        }
        return Optional.of(String.join(" ", words));
    }

    private static int leaning(String[] words, int verb) {
        int at = verb;
        while (at > 0 && (LEANING.contains(PlainText.folded(words[at - 1])) || words[at - 1].equals("se"))) {
            at--;
        }
        return at;
    }

    private static String begun(String word, int at) {
        boolean everyday = at == 0
                && Set.of(
                                "o", "a", "os", "as", "um", "uma", "no", "na", "em", "de", "hoje", "amanha", "ontem",
                                "nao", "agora", "quando", "ja", "sempre")
                        .contains(PlainText.folded(word));
        return everyday ? word.toLowerCase(Locale.ROOT) : word;
    }

    @Override
    public String both(String first, String second) {
        return first + ", e " + second;
    }

    @Override
    public String own(String thing, List<Token> question) {
        for (Token token : question) {
            String turned = OWN.contains(token.folded()) ? WORDS.get(token.folded()) : null;
            if (turned != null) {
                return turned + " " + thing;
            }
        }
        return "«" + thing + "»";
    }

    private static Map<String, String> verbs() {
        Map<String, String> forms = new HashMap<>(Map.ofEntries(
                Map.entry("sou", "é"),
                Map.entry("estou", "está"),
                Map.entry("tô", "está"),
                Map.entry("to", "está"),
                Map.entry("tou", "está"),
                Map.entry("tenho", "tem"),
                Map.entry("vou", "vai"),
                Map.entry("fui", "foi"),
                Map.entry("tive", "teve"),
                Map.entry("fiz", "fez"),
                Map.entry("faço", "faz"),
                Map.entry("quero", "quer"),
                Map.entry("posso", "pode"),
                Map.entry("sei", "sabe"),
                Map.entry("vim", "veio"),
                Map.entry("venho", "vem"),
                Map.entry("dou", "dá"),
                Map.entry("dei", "deu"),
                Map.entry("vi", "viu"),
                Map.entry("vejo", "vê"),
                Map.entry("leio", "lê"),
                Map.entry("li", "leu"),
                Map.entry("odeio", "odeia"),
                Map.entry("durmo", "dorme"),
                Map.entry("prefiro", "prefere"),
                Map.entry("sinto", "sente"),
                Map.entry("peço", "pede"),
                Map.entry("digo", "diz"),
                Map.entry("disse", "disse"),
                Map.entry("trago", "traz"),
                Map.entry("perco", "perde"),
                Map.entry("conheço", "conhece"),
                Map.entry("torço", "torce"),
                Map.entry("consigo", "consegue"),
                Map.entry("consegui", "conseguiu"),
                Map.entry("dirijo", "dirige"),
                Map.entry("ouço", "ouve"),
                Map.entry("ouvi", "ouviu"),
                Map.entry("estive", "esteve"),
                Map.entry("pude", "pôde"),
                Map.entry("quis", "quis"),
                Map.entry("pus", "pôs"),
                Map.entry("saio", "sai"),
                Map.entry("saí", "saiu"),
                Map.entry("caí", "caiu"),
                Map.entry("joguei", "jogou"),
                Map.entry("toquei", "tocou"),
                Map.entry("cheguei", "chegou"),
                Map.entry("fiquei", "ficou"),
                Map.entry("comecei", "começou"),
                Map.entry("larguei", "largou"),
                Map.entry("paguei", "pagou"),
                Map.entry("peguei", "pegou"),
                Map.entry("liguei", "ligou"),
                Map.entry("marquei", "marcou"),
                Map.entry("aluguei", "alugou"),
                Map.entry("cresço", "cresce"),
                Map.entry("esqueço", "esquece"),
                Map.entry("pretendo", "pretende"),
                Map.entry("curso", "cursa"),
                Map.entry("nasci", "nasceu"),
                Map.entry("acredito", "acredita"),
                Map.entry("terei", "terá"),
                Map.entry("serei", "será"),
                Map.entry("irei", "irá")));
        for (String entry : AR.split(" ", -1)) {
            int colon = entry.indexOf(':');
            String infinitive = colon < 0 ? entry : entry.substring(0, colon);
            String stem = infinitive.substring(0, infinitive.length() - 2);
            String kind = infinitive.substring(infinitive.length() - 2);
            forms.putIfAbsent(stem + "o", stem + (kind.equals("ar") ? "a" : "e"));
            forms.putIfAbsent(
                    stem + (kind.equals("ar") ? "ei" : "i"),
                    stem + (kind.equals("ar") ? "ou" : kind.equals("er") ? "eu" : "iu"));
            forms.putIfAbsent(infinitive + "ei", infinitive + "á");
        }
        return Map.copyOf(forms);
    }
}
