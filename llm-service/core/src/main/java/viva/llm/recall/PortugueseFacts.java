package viva.llm.recall;

import static viva.llm.recall.FactTexts.NAME;
import static viva.llm.recall.FactTexts.capitalised;
import static viva.llm.recall.FactTexts.first;
import static viva.llm.recall.FactTexts.key;
import static viva.llm.recall.FactTexts.pattern;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How facts are told in Portuguese. The avatar calls its owner {@code minha pessoa}, of whatever gender. */
final class PortugueseFacts implements FactRules {
    private static final String OWNER = "Minha pessoa";
    private static final String OWNERS = " da minha pessoa";

    private static final String ADVERBS =
            "(?:(?:também|tambem|agora|hoje|já|ja|sempre|ainda|só|so|realmente|atualmente) )*";

    private static final String KIN =
            "mãe|mae|pai|pais|irmãos|irmaos|irmãs|irmas|irmão|irmao|irmã|irma|filhos|filhas|filho|filha|esposa|mulher|marido"
                    + "|esposo|namorado|namorada|noivo|noiva|companheiro|companheira|avó|avô|avo|vó|vô|tio|tia|primo|prima|sobrinho|sobrinha|bebê|bebe"
                    + "|sogra|sogro|cunhado|cunhada|enteado|enteada|madrasta|padrasto";

    private static final String PETS =
            "cachorros?|cachorras?|cachorrinh[oa]s?|cadelas?|cão|cao|gat[oa]s?|gatinh[oa]s?|cavalos?|égua|coelh[oa]s?|hamsters?"
                    + "|passarinhos?|papagaios?|calopsitas?|peixes?|tartarugas?|galinhas?|porquinhos?";

    private static final Map<String, String> ONE_FOR_ALL = Map.ofEntries(
            Map.entry("cachorra", "cachorro"),
            Map.entry("cachorrinho", "cachorro"),
            Map.entry("cachorrinha", "cachorro"),
            Map.entry("cadela", "cachorro"),
            Map.entry("cao", "cachorro"),
            Map.entry("gata", "gato"),
            Map.entry("gatinho", "gato"),
            Map.entry("gatinha", "gato"),
            Map.entry("mulher", "esposa"));

    private static final Pattern SUPPOSED = pattern(
            "\\bse (?!cham)\\b|\\b(?:talvez|queria|gostaria|poderia|podia|imagin[ae]|suponha|suponhamos|tomara|quem dera|será que|sera que|disse|disseram"
                    + "|diz|dizem|dizer|falou|falaram|contou|perguntou|pergunta|sonhei|sonho em|fosse|tivesse|morasse|iria|deveria|antigamente|costumava"
                    + "|brincadeira|brincando|esque[cç][ae]|acha que|acho que)\\b");
    private static final Pattern DENIED = pattern("\\b(?:não|nao|nunca|nem|jamais|nenhum|nenhuma)\\b");
    private static final Pattern PAST = pattern(
            "\\b(?:era|eram|foi|foram|tinha|tinham|morava|trabalhava|ontem|passad[oa]|atrás|atras|quando eu)\\b");
    private static final Pattern OTHERS =
            pattern("\\b(?:eu|me|mim|meu|minha|meus|minhas|nós|nosso|nossa|você|voce|vc|seu|sua|te)\\b");

    private static final Pattern BETWEEN_CLAUSES = pattern(
            "(?:,? (?:e|mas) |, )(?=(?:eu|agora|meu|minha|meus|minhas|moro|trabalho|tenho|gosto|adoro|amo|odeio|detesto|não gosto|nao gosto|vou|sou|me chamo)\\b)");

    private static final Pattern CUT = pattern(
            " (?:porque|pois|desde|quando|mas|com|onde|que|agora|hoje em dia|no momento|então|até|ate|sozinh[oa]|de novo|há \\d|ha \\d|faz \\d|por enquanto)\\b.*$"
                    + "|[,;.!].*$| desde .*$");
    private static final Pattern AND = pattern(" e .*$");

    private static final Pattern NAMED = pattern(
            "^(?:(?:o )?meu nome (?:completo |verdadeiro )?(?:é|e|eh)|(?:eu )?me chamo|pode me chamar de|me chama de|(?:todos|todo mundo|meus amigos) me chamam? de) "
                    + NAME);
    private static final Pattern NAMED_IN_SMALL =
            pattern("^(?:(?:o )?meu nome (?:é|eh)|(?:eu )?me chamo) (?<name>\\p{L}{2,20})$");

    private static final Pattern HOME = pattern("^(?:(?:eu|a gente|nós|nos) )?" + ADVERBS
            + "(?:moro|mora|moramos|vivo|estou morando|tô morando|to morando|me mudei|mudei|nos mudamos)(?: agora| aqui)* "
            + "(?<place>(?:em|no|na|num|numa|nos|nas|pra|para|pro|perto d[eoa]) .+)$");
    private static final Pattern HOUSE =
            pattern("^(?:minha casa|meu apartamento|meu apê) (?:é|fica) (?<place>(?:em|no|na|perto d[eoa]) .+)$");

    private static final Pattern ROLE = pattern("^(?:eu )?" + ADVERBS + "sou (?:um |uma )?(?<job>.+)$");
    private static final Pattern WORKS_AS =
            pattern("^(?:eu )?" + ADVERBS + "(?:trabalho|estou trabalhando) como (?:um |uma )?(?<job>.+)$");
    private static final Pattern JOB = pattern("^(?:a )?minha profissão (?:é|e) (?<job>.+)$");
    private static final Pattern WORKS_AT = pattern(
            "^(?:eu )?" + ADVERBS + "(?:trabalho|estou trabalhando) (?<place>(?:em|no|na|num|numa|para|pra|com) .+)$");
    private static final Pattern TEACHES =
            pattern("^(?:eu )?" + ADVERBS + "(?<verb>dou aulas? de|ensino|estudo|curso) (?<what>.+)$");
    private static final Map<String, String> THIRD = Map.of(
            "dou aula de",
            "dá aula de",
            "dou aulas de",
            "dá aulas de",
            "ensino",
            "ensina",
            "estudo",
            "estuda",
            "curso",
            "cursa");

    private static final String BEFORE =
            "(?<adj>(?:(?:melhor|primeir[oa]|segund[oa]|outr[oa]|nov[oa]|ex|querid[oa]) )*)";
    private static final String AFTER = "(?<post> (?:mais (?:velh|nov)[oa]|caçula|gême[oa]|gemea))?";
    private static final String MINE = "(?<my>meus?|minhas?|nossos?|nossas?)";
    private static final Pattern OWNED = pattern("^(?:[oa]s? )?" + MINE + " " + BEFORE + "(?:(?<kin>" + KIN
            + ")|(?<pet>" + PETS + "))" + AFTER + "(?<rest>(?![\\p{L}]).*)$");
    private static final Pattern HAS = pattern("^(?:(?:eu|a gente|nós) )?" + ADVERBS
            + "(?:tenho|temos|tem|ganhei|adotei) (?<my>um|uma|dois|duas|três|tres|quatro|\\d) " + BEFORE + "(?:(?<kin>"
            + KIN + ")|(?<pet>" + PETS + "))" + AFTER + "(?<rest>(?![\\p{L}]).*)$");
    private static final Pattern NAME_OF_OWNED = pattern(
            "^(?:,? (?:que )?(?:se chamam?|chama-se|chamam?|chamad[oa]s?|atende por|tem o nome de)|,? (?:cujo|e o) nome (?:dele |dela )?é| é [oa]| é| são|,|:)? ?"
                    + NAME + "(?<more>.*)$");
    private static final Pattern NO_OTHER_NOUN =
            pattern("^(?:$|,|(?-i: \\p{Lu})| (?:e|que|chamad[oa]s?|com|de|em|aqui|lindo|linda)\\b)");
    private static final Pattern NAMED_SMALL =
            pattern("^,? (?:que )?(?:se chama|chama-se|chama|chamad[oa]) (?<name>\\p{L}{2,20})$");
    private static final Pattern NAME_OF = pattern("^o nome d[oa]s? " + MINE + " " + BEFORE + "(?:(?<kin>" + KIN
            + ")|(?<pet>" + PETS + "))" + AFTER + " (?:é|e|eh) " + NAME + "$");
    private static final Pattern LIVES = pattern("^(?:,? )?" + ADVERBS
            + "(?:moram?|vivem?|se mudou|se mudaram) (?<place>(?:em|no|na|nos|nas|pra|para|pro) .+)$");
    private static final Pattern IS_A = pattern("^(?:,? )?" + ADVERBS + "(?:é|trabalha como) (?:um |uma )?(?<job>.+)$");
    private static final Pattern AGE = pattern("^(?:,? )?(?:tem|fez|faz) (?<age>\\d{1,3}) anos$");

    private static final Pattern FAVOURITE = pattern(
            "^(?:[oa]s? )?(?<my>meus?|minhas?) (?<what>[\\p{L} -]{2,30}? (?:favorit|preferid)[oa]s?) (?:é|são|sempre foi|eh) (?<value>.+)$");
    private static final Pattern LIKES = pattern(
            "^(?:eu )?" + ADVERBS
                    + "(?:gosto (?:muito |bastante |demais )?(?:d[eoa]s? )?|adoro |amo |curto |sou (?:muito )?fã d[eoa]s? )(?<thing>.+)$");
    private static final Pattern DISLIKES = pattern(
            "^(?:eu )?" + ADVERBS
                    + "(?:(?:odeio|detesto) |(?:não|nao|nunca) (?:gosto|curto|suporto|aguento)(?: (?:muito|nada|mais))* (?:d[eoa]s? )?)(?<thing>.+)$");
    private static final Pattern NO_THING = pattern(
            "^(?:você|voce|vc|te|isso|isto|ele|ela|eles|elas|como|que|quando|onde|muito|demais|conversar|falar|estar|ser|mim|meu|minha)\\b.*|.*\\b(?:você|voce|vc|contigo)\\b.*");
    private static final Pattern AFTER_THING = pattern(
            " (?:porque|pois|desde|quando|mas|tanto|demais|muito|também|tambem|mais do que|hoje em dia|ultimamente|e (?:eu|meu|minha)|é|são)\\b.*$|[,;.!].*$| mais$");

    private static final Pattern TO_COME = pattern(
            "\\b(?:vou|vamos|viajo|viajamos|tenho|temos|terei|começo|saio|volto|chego|caso|apresento|irei|farei|faço|estarei|mudo)\\b"
                    + "|^(?:[oa]s? )?(?:meu|minha|meus|minhas|nosso|nossa)\\b.*\\b(?:é|são|será|vai|vão|vem|chega|começa|casa|faz)\\b");
    private static final Pattern MOVED =
            pattern("\\b(?:foi|ficou) (?:adiad[oa]|remarcad[oa]|mudad[oa]|transferid[oa]|pr[ao])\\b");

    private final Lexicon lexicon;
    private final Terms terms;
    private final DateWords dates = DateWords.portuguese();

    PortugueseFacts(Lexicon lexicon, Terms terms) {
        this.lexicon = lexicon;
        this.terms = terms;
    }

    @Override
    public List<String> clauses(String statement) {
        return BETWEEN_CLAUSES.splitAsStream(statement).map(String::strip).toList();
    }

    @Override
    public boolean isSupposed(String statement) {
        return SUPPOSED.matcher(statement).find();
    }

    @Override
    public List<OwnerFact> facts(Clause clause, LocalDate today) {
        String text = clause.text();
        Optional<OwnerFact> disliked = disliked(text);
        if (disliked.isPresent()) {
            return List.of(disliked.get());
        }
        if (DENIED.matcher(text).find()) {
            return List.of();
        }
        Optional<OwnerFact> plan = plan(text, today);
        if (plan.isPresent()) {
            return List.of(plan.get());
        }
        if (PAST.matcher(text.split(",", 2)[0]).find()) {
            return List.of();
        }
        List<OwnerFact> owned = owned(text);
        return owned.isEmpty()
                ? name(clause)
                        .or(() -> home(text))
                        .or(() -> job(text))
                        .or(() -> favourite(text))
                        .or(() -> liked(text))
                        .map(List::of)
                        .orElse(List.of())
                : owned;
    }

    private Optional<OwnerFact> name(Clause clause) {
        Matcher named = NAMED.matcher(clause.text());
        Optional<String> name = named.find()
                ? Optional.of(named.group("name"))
                : first(NAMED_IN_SMALL, clause.text(), "name")
                        .map(FactTexts::capitalised)
                        .or(() -> IntroducedName.in(clause.tokens(), lexicon));
        return name.filter(found -> !FactTexts.isTitle(found))
                .map(found -> OwnerFact.of("name", found, OWNER + " se chama " + found, clause.text(), .9));
    }

    private Optional<OwnerFact> home(String text) {
        return first(HOME, text, "place")
                .or(() -> first(HOUSE, text, "place"))
                .map(place -> place(cut(place)))
                .filter(place -> !OTHERS.matcher(place).find())
                .map(place -> place.matches("(?i)(?:em (?:um|uma)|num|numa) .*")
                        ? OwnerFact.loose(OWNER + " mora " + place, text, .6)
                        : OwnerFact.of("home", bare(place), OWNER + " mora " + place, text, .8));
    }

    private Optional<OwnerFact> job(String text) {
        Optional<String> role = first(ROLE, text, "job")
                .filter(this::isJob)
                .or(() -> first(WORKS_AS, text, "job"))
                .or(() -> first(JOB, text, "job"))
                .map(PortugueseFacts::role)
                .filter(job -> !job.isBlank());
        return role.map(job -> OwnerFact.of("job", job, OWNER + " trabalha como " + job, text, .8))
                .or(() -> first(WORKS_AT, text, "place")
                        .map(place -> AND.matcher(cut(place)).replaceFirst(""))
                        .filter(place -> !OTHERS.matcher(place).find())
                        .map(place -> OwnerFact.of("job:place", place, OWNER + " trabalha " + place, text, .8)))
                .or(() -> {
                    Matcher teaches = TEACHES.matcher(text);
                    return teaches.find()
                                    && !OTHERS.matcher(teaches.group("what")).find()
                            ? Optional.of(does(teaches.group("verb"), cut(teaches.group("what")), text))
                            : Optional.empty();
                });
    }

    private static OwnerFact does(String verb, String what, String text) {
        String said = THIRD.get(verb.toLowerCase(Locale.ROOT)) + " " + what;
        return OwnerFact.of("job:does", said, OWNER + " " + said, text, .7);
    }

    private boolean isJob(String job) {
        return !lexicon.notNames().contains(key(role(job)))
                && terms.ofStatement("sou " + key(role(job))).contains("self.job");
    }

    private static String role(String job) {
        return AND.matcher(cut(job).replaceAll("(?i) (?:n[oa]|em|numa?|para|pra) .*$", ""))
                .replaceFirst("");
    }

    private List<OwnerFact> owned(String text) {
        Matcher of = NAME_OF.matcher(text);
        if (of.find()) {
            return List.of(named(of, of.group("name"), text));
        }
        Matcher has = HAS.matcher(text);
        if (has.find() && NO_OTHER_NOUN.matcher(has.group("rest")).find()) {
            Optional<String> name = nameOf(has.group("rest"));
            return List.of(
                    name.isPresent()
                            ? named(has, name.get(), text)
                            : OwnerFact.loose(OWNER + " tem " + has.group("my") + " " + noun(has), text, .6));
        }
        Matcher owned = OWNED.matcher(text);
        return owned.find() ? owned(owned, text) : List.of();
    }

    private Optional<String> nameOf(String rest) {
        Matcher name = NAME_OF_OWNED.matcher(rest);
        return name.find() && isName(name.group("name"))
                ? Optional.of(name.group("name"))
                : first(NAMED_SMALL, rest, "name").map(FactTexts::capitalised);
    }

    private List<OwnerFact> owned(Matcher owned, String text) {
        List<OwnerFact> facts = new ArrayList<>();
        String rest = owned.group("rest");
        Optional<String> named = nameOf(rest);
        if (named.isPresent()) {
            facts.add(named(owned, named.get(), text));
            Matcher name = NAME_OF_OWNED.matcher(rest);
            rest = name.find() ? name.group("more") : "";
        }
        String who = who(owned);
        String slot = slot(owned);
        Matcher lives = LIVES.matcher(rest);
        Matcher isA = IS_A.matcher(rest);
        Matcher age = AGE.matcher(rest);
        if (lives.find() && owned.group("kin") != null) {
            String place = place(cut(lives.group("place")));
            facts.add(OwnerFact.of(slot + ":home", bare(place), who + " mora " + place, text, .6));
        } else if (isA.find() && owned.group("kin") != null && isJob(isA.group("job"))) {
            String job = role(isA.group("job"));
            facts.add(OwnerFact.of(slot + ":job", job, who + " trabalha como " + job, text, .6));
        } else if (age.find()) {
            facts.add(OwnerFact.of(
                    slot + ":age", age.group("age"), who + " tem " + age.group("age") + " anos", text, .5));
        } else if (facts.isEmpty() && rest.matches("^,? \\p{L}.*")) {
            boolean plain = !OTHERS.matcher(rest).find();
            String of = who.startsWith("O") ? "do" + who.substring(1) : "da" + who.substring(1);
            facts.add(OwnerFact.loose(plain ? who + rest : "Algo sobre " + of.replaceFirst("^d[oa]s? ", ""), text, .4));
        }
        return facts;
    }

    private static OwnerFact named(Matcher owned, String name, String text) {
        boolean many = name.contains(" e ") || name.contains(",");
        return OwnerFact.of(slot(owned), name, who(owned) + (many ? " se chamam " : " se chama ") + name, text, .8);
    }

    /** With the article that goes with {@code meu} or {@code minha}, or a number. */
    private static String who(Matcher owned) {
        String mine = owned.group("my").toLowerCase(Locale.ROOT);
        boolean her = mine.endsWith("a") || mine.endsWith("as");
        String article = mine.endsWith("s") && !mine.endsWith("ês") ? (her ? "As " : "Os ") : her ? "A " : "O ";
        return capitalised(article) + owned.group("adj") + noun(owned) + OWNERS;
    }

    private boolean isName(String name) {
        String first = key(name.split(" ", 2)[0]);
        return !lexicon.notNames().contains(first)
                && !lexicon.self().contains(first)
                && !lexicon.mine().contains(first);
    }

    private static String noun(Matcher owned) {
        String noun = owned.group("kin") == null ? owned.group("pet") : owned.group("kin");
        return owned.group("post") == null ? noun : noun + owned.group("post");
    }

    private static String slot(Matcher owned) {
        boolean pet = owned.group("kin") == null;
        String noun = key(pet ? owned.group("pet") : owned.group("kin"));
        String single = pet && noun.endsWith("s") ? noun.substring(0, noun.length() - 1) : noun;
        String more = key(owned.group("adj") + (owned.group("post") == null ? "" : owned.group("post")));
        String one = ONE_FOR_ALL.getOrDefault(single, single);
        return (pet ? "pets:" : "family:") + (more.isEmpty() ? one : one + " " + more);
    }

    private static Optional<OwnerFact> favourite(String text) {
        Matcher favourite = FAVOURITE.matcher(text);
        if (!favourite.find()) {
            return Optional.empty();
        }
        String value =
                AFTER_THING.matcher(favourite.group("value")).replaceFirst("").strip();
        String what = favourite.group("what");
        String article = favourite.group("my").toLowerCase(Locale.ROOT).startsWith("minha") ? "A " : "O ";
        return value.isEmpty() || NO_THING.matcher(value).matches()
                ? Optional.empty()
                : Optional.of(
                        OwnerFact.of("likes:" + key(what), value, article + what + OWNERS + " é " + value, text, .6));
    }

    private static Optional<OwnerFact> liked(String text) {
        return thing(LIKES, text)
                .map(thing -> OwnerFact.of("likes:" + key(thing), thing, OWNER + " gosta de " + thing, text, .5));
    }

    private static Optional<OwnerFact> disliked(String text) {
        return thing(DISLIKES, text)
                .map(thing ->
                        OwnerFact.of("dislikes:" + key(thing), thing, OWNER + " não gosta de " + thing, text, .5));
    }

    private static Optional<String> thing(Pattern pattern, String text) {
        return first(pattern, text, "thing")
                .flatMap(thing -> FactTexts.thing(AFTER_THING.matcher(thing).replaceFirst(""), NO_THING));
    }

    private Optional<OwnerFact> plan(String text, LocalDate today) {
        boolean moved = MOVED.matcher(text).find();
        if (!moved && (PAST.matcher(text).find() || !TO_COME.matcher(text).find())) {
            return Optional.empty();
        }
        Set<String> words = new LinkedHashSet<>(terms.words(terms.spoken(Token.of(dates.without(text)))));
        words.removeIf(
                word -> lexicon.times().contains(word) || lexicon.timeLinks().contains(word));
        boolean own = moved || text.matches("(?iu)^(?:[oa]s? )?(?:meu|minha|nosso|nossa).*");
        String what = words.stream().limit(own ? 1 : 2).collect(Collectors.joining(" "));
        return dates.in(text, today)
                .filter(_ -> !what.isEmpty())
                .map(date -> OwnerFact.of(
                        "plans:" + what,
                        date.value(),
                        OWNER + " tem um plano (" + date.value() + "): “" + text + "”",
                        text,
                        .7));
    }

    private static String place(String text) {
        return AND.matcher(text)
                .replaceFirst("")
                .replaceFirst("(?i)^(?:pra|para) (?:o |a )?", "em ")
                .replaceFirst("(?i)^pro ", "no ");
    }

    private static String bare(String place) {
        return place.replaceFirst("(?i)^(?:em|no|na|nos|nas|perto d[eoa]) ", "");
    }

    private static String cut(String text) {
        return CUT.matcher(text).replaceFirst("").strip();
    }
}
