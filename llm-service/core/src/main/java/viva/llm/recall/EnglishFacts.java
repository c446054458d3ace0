package viva.llm.recall;

import static viva.llm.recall.FactTexts.NAME;
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

/** How facts are told in English. */
final class EnglishFacts implements FactRules {
    private static final String OWNER = "My owner";

    private static final String ADVERBS =
            "(?:(?:also|now|currently|just|really|actually|still|always|absolutely|truly|quite|recently|both|even|totally|so|do) )*";

    private static final String KIN =
            "mother|mum|mom|father|dad|parents|brothers?|sisters?|sons?|daughters?|wife|husband|partner|boyfriend|girlfriend"
                    + "|fianc[eé]e?|grandmother|grandma|granny|nan|grandfather|grandpa|grandad|aunt|uncle|cousin|niece|nephew"
                    + "|baby|twins|kids?|children|mother-in-law|father-in-law|brother-in-law|sister-in-law|stepmother|stepfather";

    private static final String PETS =
            "dogs?|puppy|puppies|cats?|kittens?|horses?|pony|hamsters?|rabbits?|birds?|parrots?|budgies?|goldfish|fish|tortoises?"
                    + "|turtles?|snakes?|ferrets?|guinea pigs?|chickens?|lizards?|geckos?";

    private static final Map<String, String> ONE_FOR_ALL = Map.ofEntries(
            Map.entry("mum", "mother"),
            Map.entry("mom", "mother"),
            Map.entry("dad", "father"),
            Map.entry("grandma", "grandmother"),
            Map.entry("granny", "grandmother"),
            Map.entry("nan", "grandmother"),
            Map.entry("grandpa", "grandfather"),
            Map.entry("grandad", "grandfather"),
            Map.entry("kids", "children"),
            Map.entry("kid", "child"),
            Map.entry("puppy", "dog"),
            Map.entry("puppies", "dog"),
            Map.entry("kitten", "cat"),
            Map.entry("kittens", "cat"));

    private static final Pattern SUPPOSED = pattern(
            "\\b(?:if|would|could|should|might|maybe|perhaps|wish|imagine|suppose|supposing|pretend|unless|used to|dream\\w*|"
                    + "wonder\\w*|says?|said|saying|tells?|asks?|asked|claims?|joking|kidding|lyrics?|hypothetically|i'd|we'd)\\b"
                    + "|\\bforget\\b|\\bthinks? (?:that )?(?:i|my)\\b");

    private static final Pattern DENIED =
            pattern("\\b(?:not|never|no longer|cannot|neither|nor|no|anymore|any more)\\b|n't\\b");
    private static final Pattern PAST = pattern("\\b(?:was|were|had|did|yesterday|ago|last)\\b");
    private static final Pattern OTHERS = pattern("\\b(?:i|i'm|i've|me|my|mine|we|we're|us|our|you|your|you're)\\b");

    private static final Pattern BETWEEN_CLAUSES = pattern(
            ",? (?:and|but|so) (?=(?:i|i'm|i've|my|we|we're|our|work|live|love|hate)\\b)|, (?=(?:i|i'm|i've|my|we|we're|our)\\b)");

    private static final Pattern CUT = pattern(
            " (?:because|since|when|but|although|with|where|which|who|now|these days|at the moment|so|until|by myself|alone|again"
                    + "|for (?:\\d|a|two|three|four|five|six|ten|many|years)|on my|right)\\b.*$|[,;.!].*$| (?:in|since) \\d{4}.*$");

    private static final Pattern AND = pattern(" and .*$");

    private static final Pattern NAMED =
            pattern("^(?:(?:my|our) (?:full |first |real )?name(?: is|'s)|(?:please |you can |just )*call me"
                    + "|(?:people|friends|everyone|everybody|my friends) calls? me|(?:i am|i'm) called|i go by) "
                    + NAME);
    private static final Pattern NAMED_IN_SMALL = pattern("^my name(?: is|'s) (?<name>\\p{L}{2,20})$");

    private static final Pattern HOME = pattern(
            "^(?:i|we)(?:'m|'re|'ve| am| are| have)? " + ADVERBS
                    + "(?:live|living|moved|reside|based)(?: (?:now|here|together|back|house|permanently))* (?:in|to|at|on|near|outside|by) (?<place>.+)$");
    private static final Pattern HOUSE =
            pattern("^(?:my|our) (?:home|house|flat|apartment|place) is (?:in|at|near) (?<place>.+)$");

    private static final Pattern ROLE = pattern("^(?:i am|i'm) " + ADVERBS + "(?:working as )?(?:an?|the) (?<job>.+)$");
    private static final Pattern WORKS_AS = pattern("^(?:i )?" + ADVERBS + "work as (?:an?|the) (?<job>.+)$");
    private static final Pattern JOB = pattern("^my (?:new )?(?:job|profession|occupation|trade) is (?<job>.+)$");
    private static final Pattern WORKS_AT =
            pattern("^(?:i|i'm|i am) " + ADVERBS + "(?:work|working) (?<place>(?:at|for|in) .+)$");
    private static final Pattern TEACHES = pattern("^i " + ADVERBS + "(?<verb>teach|study|drive) (?<what>.+)$");
    private static final Map<String, String> THIRD = Map.of("teach", "teaches", "study", "studies", "drive", "drives");

    private static final String ADJECTIVES =
            "(?<adj>(?:(?:older|younger|little|big|elder|eldest|youngest|oldest|twin|other|second|first|best|new|old|ex|half|step|late)[ -])*)";
    private static final Pattern OWNED =
            pattern("^(?:my|our) " + ADJECTIVES + "(?:(?<kin>" + KIN + ")|(?<pet>" + PETS + "))(?<rest>\\b.*)$");
    private static final Pattern HAS = pattern("^(?:i|we)(?:'ve| have)? " + ADVERBS
            + "(?:have|got|own|adopted) (?:(?:now|also|just) )*"
            + "(?<count>an?|one|two|three|four|five|some|\\d) " + ADJECTIVES + "(?:(?<kin>" + KIN + ")|(?<pet>" + PETS
            + "))(?<rest>\\b.*)$");
    private static final Pattern NAME_OF_OWNED = pattern(
            "^(?:'s name is|s' names are|'s called| (?:is|are) (?:called|named)|,? (?:called|named)|,? (?:whose|and (?:his|her|its)) name is|,? goes by|(?:'s| is| are|,|:)?) ?"
                    + NAME + "(?<more>.*)$");
    /** What follows a dog that is had: {@code a dog walker} is none. */
    private static final Pattern NO_OTHER_NOUN =
            pattern("^(?:$|,|(?-i: \\p{Lu})| (?:and|who|that|which|called|named|whose|as|at|from|of|to|with)\\b)");

    private static final Pattern NAMED_SMALL = pattern("^(?:'s name is| is (?:called|named)) (?<name>\\p{L}{2,20})$");
    private static final Pattern NAME_OF = pattern(
            "^the name of (?:my|our) " + ADJECTIVES + "(?:(?<kin>" + KIN + ")|(?<pet>" + PETS + ")) is " + NAME + "$");
    private static final Pattern LIVES =
            pattern("^(?:,? )?" + ADVERBS + "(?:lives?|moved|has moved|is living) (?:in|to|near|at) (?<place>.+)$");
    private static final Pattern IS_A =
            pattern("^(?:,? )?" + ADVERBS + "(?:is|works as|is working as) an? (?<job>.+)$");
    private static final Pattern AGE = pattern("^(?:,? )?(?:is|turned|just turned) (?<age>\\d{1,3})(?: years? old)?$");

    private static final Pattern FAVOURITE = pattern(
            "^(?:my|our) (?:absolute |all-time )?(?:favou?rite|fave) (?<what>[\\p{L} -]{2,30}?) (?:is|are|has always been) (?:still |now |definitely )*(?<value>.+)$");
    private static final Pattern LIKES = pattern(
            "^(?:i|i'm|i am) " + ADVERBS
                    + "(?<verb>like|love|loving|adore|enjoy|prefer|into|fond of|an? (?:big |huge |great )?fan of|crazy about) (?<thing>.+)$");
    private static final Pattern DISLIKES = pattern(
            "^(?:i " + ADVERBS
                    + "(?:hate|dislike|detest|loathe|despise|can't stand|cannot stand|can't bear|can not stand)|i'm "
                    + ADVERBS
                    + "not (?:into|fond of|a fan of)|i (?:don't|do not|never)(?: (?:really|actually|even))* (?:like|love|enjoy)) (?<thing>.+)$");
    private static final Pattern NO_THING = pattern(
            "^(?:you|your|it|that|this|them|him|her|us|how|what|when|where|why|the way|being|talking|to be|to think|my|our)\\b.*|.*\\b(?:you|your)\\b.*");
    private static final Pattern AFTER_THING = pattern(
            " (?:because|since|when|but|so much|so|as|although|even|more than|a lot|very much|too|as well|at the moment|these days|anymore|any more|now|though|and (?:i|my)|is|are)\\b.*$|[,;.!].*$");

    private static final Pattern TO_COME = pattern(
            "\\b(?:i'm|i am|we're|we are) (?:\\w+ ){0,2}\\w+ing\\b|\\b(?:i'll|i will|we'll|we will)\\b|^(?:.* )?(?:i|we) (?:have|'ve got|fly|leave|start|travel|move|get|"
                    + "return|meet|go|marry|present|finish)\\b|\\bi've got\\b|^(?:my|our) .*\\b(?:is|are|starts?|begins?|moved to|comes?|visits?)\\b");
    private static final Pattern MOVED = pattern("\\b(?:was|has been|got) moved to\\b");
    private static final Set<String> OF_NO_PLAN =
            Set.of("go", "move", "start", "have", "meet", "leave", "big", "mov", "leav");

    private final Lexicon lexicon;
    private final Terms terms;
    private final DateWords dates = DateWords.english();

    EnglishFacts(Lexicon lexicon, Terms terms) {
        this.lexicon = lexicon;
        this.terms = terms;
    }

    @Override
    public List<String> clauses(String statement) {
        List<String> clauses = new ArrayList<>();
        for (String part : BETWEEN_CLAUSES.split(statement, -1)) {
            String first = part.strip().split(" ", 2)[0];
            boolean goesOn = Set.of("work", "live", "love", "hate").contains(first) && !clauses.isEmpty();
            clauses.add(goesOn ? "I " + part.strip() : part.strip());
        }
        return clauses;
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
        Optional<OwnerFact> plan = plan(clause, today);
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
                .map(found -> OwnerFact.of("name", found, OWNER + " is called " + found, clause.text(), .9));
    }

    private Optional<OwnerFact> home(String text) {
        return first(HOME, text, "place")
                .or(() -> first(HOUSE, text, "place"))
                .map(place -> AND.matcher(cut(place)).replaceFirst(""))
                .filter(place -> !place.isBlank() && !OTHERS.matcher(place).find())
                .map(place -> place.matches("(?i)an? .*")
                        ? OwnerFact.loose(OWNER + " lives in " + place, text, .6)
                        : OwnerFact.of("home", place, OWNER + " lives in " + place, text, .8));
    }

    private Optional<OwnerFact> job(String text) {
        Optional<String> role = first(ROLE, text, "job")
                .filter(this::isJob)
                .or(() -> first(WORKS_AS, text, "job"))
                .or(() -> first(JOB, text, "job"))
                .map(EnglishFacts::role)
                .filter(job -> !job.isBlank());
        return role.map(job -> OwnerFact.of("job", job, OWNER + " works as " + article(job), text, .8))
                .or(() -> first(WORKS_AT, text, "place")
                        .map(place -> AND.matcher(cut(place)).replaceFirst(""))
                        .filter(
                                place -> !OTHERS.matcher(place).find()
                                        && !place.matches(
                                                "(?i)(?:in|at|for) (?:the )?(?:morning|evening|night|nights|weekends?|hours?|long|free).*"))
                        .map(place -> OwnerFact.of("job:place", place, OWNER + " works " + place, text, .8)))
                .or(() -> {
                    Matcher teaches = TEACHES.matcher(text);
                    return teaches.find()
                                    && !OTHERS.matcher(teaches.group("what")).find()
                            ? Optional.of(works(teaches.group("verb"), cut(teaches.group("what")), text))
                            : Optional.empty();
                });
    }

    private static OwnerFact works(String verb, String what, String text) {
        String said = THIRD.get(verb.toLowerCase(Locale.ROOT)) + " " + what;
        return OwnerFact.of("job:does", said, OWNER + " " + said, text, .7);
    }

    private boolean isJob(String job) {
        return !lexicon.notNames().contains(key(role(job)))
                && terms.ofStatement("i am a " + key(role(job))).contains("self.job");
    }

    private static String role(String job) {
        return AND.matcher(cut(job).replaceAll("(?i) (?:at|in|for|from) .*$", ""))
                .replaceFirst("");
    }

    private static String article(String job) {
        if (job.matches("(?i)(?:an?|the) .*")) {
            return job;
        }
        return ("aeiou".indexOf(Character.toLowerCase(job.charAt(0))) >= 0 ? "an " : "a ") + job;
    }

    private List<OwnerFact> owned(String text) {
        Matcher of = NAME_OF.matcher(text);
        if (of.find()) {
            return List.of(named(of, of.group("name"), text));
        }
        Matcher has = HAS.matcher(text);
        if (has.find() && NO_OTHER_NOUN.matcher(has.group("rest")).find()) {
            Matcher name = NAME_OF_OWNED.matcher(has.group("rest"));
            String noun = has.group("adj") + noun(has);
            return List.of(
                    name.find() && isName(name.group("name"))
                            ? named(has, name.group("name"), text)
                            : OwnerFact.loose(OWNER + " has " + has.group("count") + " " + noun, text, .6));
        }
        Matcher owned = OWNED.matcher(text);
        return owned.find() ? owned(owned, text) : List.of();
    }

    private List<OwnerFact> owned(Matcher owned, String text) {
        List<OwnerFact> facts = new ArrayList<>();
        String rest = owned.group("rest");
        Matcher name = NAME_OF_OWNED.matcher(rest);
        Optional<String> small = first(NAMED_SMALL, rest, "name").map(FactTexts::capitalised);
        if (name.find() && isName(name.group("name"))) {
            facts.add(named(owned, name.group("name"), text));
            rest = name.group("more");
        } else if (small.isPresent()) {
            return List.of(named(owned, small.get(), text));
        }
        String who = OWNER + "'s " + owned.group("adj") + noun(owned);
        String slot = slot(owned);
        Matcher lives = LIVES.matcher(rest);
        Matcher isA = IS_A.matcher(rest);
        Matcher age = AGE.matcher(rest);
        if (lives.find() && owned.group("kin") != null) {
            String place = AND.matcher(cut(lives.group("place"))).replaceFirst("");
            facts.add(OwnerFact.of(slot + ":home", place, who + " lives in " + place, text, .6));
        } else if (isA.find() && owned.group("kin") != null && isJob(isA.group("job"))) {
            String job = role(isA.group("job"));
            facts.add(OwnerFact.of(slot + ":job", job, who + " is " + article(job), text, .6));
        } else if (age.find()) {
            facts.add(OwnerFact.of(slot + ":age", age.group("age"), who + " is " + age.group("age"), text, .5));
        } else if (facts.isEmpty() && rest.matches("^,? \\p{L}.*")) {
            boolean plain = !OTHERS.matcher(rest).find();
            facts.add(OwnerFact.loose(plain ? who + rest : "Something about " + lower(who), text, .4));
        }
        return facts;
    }

    private OwnerFact named(Matcher owned, String name, String text) {
        String slot = slot(owned);
        String noun = owned.group("adj") + noun(owned);
        boolean many = name.contains(" and ") || name.contains(",");
        return OwnerFact.of(slot, name, OWNER + "'s " + noun + (many ? " are" : " is") + " called " + name, text, .8);
    }

    private boolean isName(String name) {
        String first = key(name.split(" ", 2)[0]);
        return !lexicon.notNames().contains(first)
                && !lexicon.self().contains(first)
                && !lexicon.mine().contains(first);
    }

    private static String noun(Matcher owned) {
        return owned.group("kin") == null ? owned.group("pet") : owned.group("kin");
    }

    private static String slot(Matcher owned) {
        String noun = key(noun(owned));
        String one = ONE_FOR_ALL.getOrDefault(
                noun,
                owned.group("pet") != null && noun.endsWith("s") && !noun.endsWith("fish")
                        ? noun.substring(0, noun.length() - 1)
                        : noun);
        String adjectives = key(owned.group("adj").replace('-', ' '));
        return (owned.group("kin") == null ? "pets:" : "family:")
                + (adjectives.isEmpty() ? one : adjectives + " " + one);
    }

    private static Optional<OwnerFact> favourite(String text) {
        Matcher favourite = FAVOURITE.matcher(text);
        if (!favourite.find()) {
            return Optional.empty();
        }
        String value =
                AFTER_THING.matcher(favourite.group("value")).replaceFirst("").strip();
        String what = "favourite " + favourite.group("what");
        return value.isEmpty() || NO_THING.matcher(value).matches()
                ? Optional.empty()
                : Optional.of(
                        OwnerFact.of("likes:" + key(what), value, OWNER + "'s " + what + " is " + value, text, .6));
    }

    private static Optional<OwnerFact> liked(String text) {
        return thing(LIKES, text)
                .map(thing -> OwnerFact.of("likes:" + key(thing), thing, OWNER + " likes " + thing, text, .5));
    }

    private static Optional<OwnerFact> disliked(String text) {
        return thing(DISLIKES, text)
                .map(thing ->
                        OwnerFact.of("dislikes:" + key(thing), thing, OWNER + " does not like " + thing, text, .5));
    }

    private static Optional<String> thing(Pattern pattern, String text) {
        return first(pattern, text, "thing")
                .flatMap(thing -> FactTexts.thing(AFTER_THING.matcher(thing).replaceFirst(""), NO_THING));
    }

    private Optional<OwnerFact> plan(Clause clause, LocalDate today) {
        String text = clause.text();
        boolean moved = MOVED.matcher(text).find();
        if ((PAST.matcher(text).find() && !moved) || !TO_COME.matcher(text).find()) {
            return Optional.empty();
        }
        Set<String> words = new LinkedHashSet<>(terms.words(terms.spoken(Token.of(dates.without(text)))));
        words.removeAll(OF_NO_PLAN);
        words.removeIf(
                word -> lexicon.times().contains(word) || lexicon.timeLinks().contains(word));
        String what = words.stream()
                .limit(moved || text.matches("(?i)^(?:my|our) .*") ? 1 : 2)
                .collect(Collectors.joining(" "));
        return dates.in(text, today)
                .filter(_ -> !what.isEmpty())
                .map(date -> OwnerFact.of(
                        "plans:" + what,
                        date.value(),
                        OWNER + " has a plan (" + date.value() + "): “" + text + "”",
                        text,
                        .7));
    }

    private static String lower(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private static String cut(String text) {
        return CUT.matcher(text).replaceFirst("").strip();
    }
}
