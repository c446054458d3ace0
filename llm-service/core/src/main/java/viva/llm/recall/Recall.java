package viva.llm.recall;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import viva.llm.phrasebook.Language;

/** Recalls what an owner told, in one language. Pure; safe for concurrent use. Creating it reads a lexicon. */
public final class Recall {
    /** A statement answers when it has at least this share of what a question speaks of, in [0, 1]. Ours. */
    private static final double ENOUGH = .5;

    /** Statements that answer nearly as well: the later one counts, since owners correct themselves. */
    private static final double AS_GOOD = .15;

    /** A question that names nothing of the owner's is answered only by a statement that has nearly all of it. */
    private static final double CERTAIN = .9;

    /** Weight of a word that only names a kind: {@code what food}. */
    private static final double KIND = .3;

    /** Two statements are told together up to so many characters. */
    private static final int MOST_TOGETHER = 110;

    /** Shorter words say little about what a text is about. */
    private static final int LEAST_LETTERS = 3;

    /** What a word is worth that only is of the same kind: a pet for a dog. */
    private static final double KINDRED = .75;

    private static final Set<String> PEOPLE = Set.of("family", "spouse", "parente", "namorado");

    private static final Set<String> TASTES = Set.of("like", "dislike", "favourite", "favorito");

    private final Lexicon lexicon;
    private final Terms terms;
    private final Values values;
    private final Turning turning;

    public Recall(Language language) {
        lexicon = Lexicon.load(language);
        terms = new Terms(lexicon);
        values = new Values(lexicon, terms);
        turning = Turning.of(language);
    }

    /**
     * What the owner told about what they ask.
     *
     * @param question untrusted
     * @param lines what the owner wrote before, the oldest first; untrusted
     * @param mayQuote whether a statement may be said again
     * @param expected whether it is known that the owner asks for something they told; else that is told from the wording
     * @return empty when the question asks for nothing that the owner could have told
     */
    public Optional<Recalled> answer(
            String question, List<String> lines, Predicate<String> mayQuote, boolean expected) {
        List<Token> tokens = Token.of(Cleaned.of(question));
        String spoken = terms.spoken(tokens);
        if (tokens.isEmpty() || (!expected && terms.isBlocked(spoken))) {
            return Optional.empty();
        }
        Asked asked = Asked.of(tokens, lexicon, terms);
        boolean isQuestion = question.indexOf('?') >= 0
                || (terms.beginsAsQuestion(spoken) && terms.want(spoken).isPresent());
        boolean asks = expected || (asked.ofOwner() && isQuestion);
        if (!expected && !isQuestion) {
            return Optional.empty();
        }
        if (!asks && asked.must().isEmpty() && asked.may().isEmpty()) {
            return Optional.empty();
        }
        List<Told> told = new ArrayList<>();
        lines.forEach(line -> told.addAll(Told.of(line, lexicon, terms)));
        Optional<Told> found = best(asked, told, asks ? ENOUGH : CERTAIN);
        while (found.isPresent() && !mayQuote.test(found.get().text())) {
            told.remove(found.get());
            found = best(asked, told, asks ? ENOUGH : CERTAIN);
        }
        if (found.isPresent()) {
            return found.map(statement -> isOpen(asked) ? open(statement, told, mayQuote) : fact(asked, statement));
        }
        return expected || (asks && !asked.must().isEmpty())
                ? Optional.of(new Recalled.Unknown(asked.want(), about(asked, tokens)))
                : Optional.empty();
    }

    /**
     * What a message tells of the owner: the first of its statements that is about something known here, else the first that speaks to the
     * owner when turned; empty when there is none.
     *
     * @param mayQuote whether the message may be said again
     */
    public Optional<Telling> telling(String message, Predicate<String> mayQuote) {
        List<Telling> told = Told.of(message, lexicon, terms).stream()
                .map(this::telling)
                .filter(each -> each.said().isPresent() || each.kind().isFact())
                .toList();
        return told.stream()
                .filter(each -> each.kind().isFact())
                .findFirst()
                .or(() -> told.stream().findFirst())
                .filter(each -> mayQuote.test(message));
    }

    /** Whether two texts have a word in common that says what they are about. */
    public boolean haveInCommon(String one, String other) {
        Set<String> words = new LinkedHashSet<>(terms.words(terms.spoken(Token.of(Cleaned.of(one)))));
        words.removeIf(word -> word.length() < LEAST_LETTERS || lexicon.times().contains(word));
        return terms.words(terms.spoken(Token.of(Cleaned.of(other)))).stream().anyMatch(words::contains);
    }

    /** A statement of the owner, turned to the owner; empty when it cannot be turned with certainty. */
    public Optional<String> turned(String statement) {
        String cleaned = Cleaned.of(statement).replaceAll("[ ,;:.!…-]+$", "");
        return turning.statement(cleaned, Token.of(cleaned)).filter(text -> text.length() <= MOST_TOGETHER);
    }

    /** Whether a text speaks of something, given as words such as {@code my dog Bruno}: of at least half of what they name. */
    public boolean speaksOf(String text, String something) {
        Set<String> sought = new LinkedHashSet<>(terms.words(terms.spoken(Token.of(Cleaned.of(something)))));
        sought.removeIf(lexicon.adjectives()::contains);
        Set<String> spoken = new LinkedHashSet<>(terms.words(terms.spoken(Token.of(Cleaned.of(text)))));
        long shared = sought.stream().filter(term -> terms.isIn(term, spoken)).count();
        return !sought.isEmpty() && 2 * shared >= sought.size();
    }

    private Telling telling(Told told) {
        Optional<String> name = values.announcedName(told.tokens());
        Optional<String> said =
                turning.statement(told.text(), told.tokens()).filter(text -> text.length() <= MOST_TOGETHER);
        return new Telling(said, kind(told, name), name);
    }

    private Telling.Kind kind(Told told, Optional<String> name) {
        if (told.terms().contains("self.job")) {
            return Telling.Kind.JOB;
        }
        if (told.terms().contains("self.home") || told.terms().contains("self.origin")) {
            return Telling.Kind.HOME;
        }
        if (name.isPresent()) {
            return Telling.Kind.NAMED;
        }
        if (told.tokens().size() > 2 && PEOPLE.stream().anyMatch(kind -> terms.isOfKind(told.terms(), kind))) {
            return Telling.Kind.PERSON;
        }
        if (TASTES.stream().anyMatch(told.terms()::contains)) {
            return Telling.Kind.TASTE;
        }
        return values.hasTime(told.tokens()) ? Telling.Kind.PLAN : Telling.Kind.ANYTHING;
    }

    private Optional<Told> best(Asked asked, List<Told> told, double enough) {
        if (asked.want() == Want.ANYTHING
                && asked.must().isEmpty()
                && asked.may().isEmpty()) {
            return told.reversed().stream().filter(this::isOfOwner).findFirst();
        }
        if (asked.must().isEmpty() && asked.may().isEmpty()) {
            return told.reversed().stream()
                    .filter(statement -> values.of(asked, statement).isPresent())
                    .findFirst();
        }
        Told best = null;
        double highest = enough;
        for (Told statement : told) {
            double score = score(asked, statement);
            if (score >= enough && score >= highest - AS_GOOD) {
                best = statement;
                highest = Math.max(highest, score);
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean isOpen(Asked asked) {
        return asked.want() == Want.ANYTHING
                && asked.must().isEmpty()
                && asked.may().isEmpty();
    }

    /** The latest statement of the owner and the one before, when both can be turned. */
    private Recalled.Fact open(Told latest, List<Told> told, Predicate<String> mayQuote) {
        Recalled.Fact fact = fact(Want.ANYTHING, Optional.empty(), latest);
        Optional<String> before = told.reversed().stream()
                .filter(statement -> !statement.text().equals(latest.text())
                        && isOfOwner(statement)
                        && mayQuote.test(statement.text()))
                .findFirst()
                .flatMap(statement -> turning.statement(statement.text(), statement.tokens()))
                .filter(text -> fact.turned() && text.length() + fact.said().length() < MOST_TOGETHER);
        return before.map(text -> new Recalled.Fact(
                        Want.ANYTHING, Optional.empty(), turning.both(text, fact.said()), true, fact.source()))
                .orElse(fact);
    }

    private boolean isOfOwner(Told told) {
        return told.tokens().stream()
                        .map(Token::folded)
                        .anyMatch(word -> lexicon.mine().contains(word))
                || told.terms().stream()
                        .anyMatch(term -> term.startsWith("self.") || term.equals("like") || term.equals("dislike"));
    }

    private double score(Asked asked, Told told) {
        double whole = 0;
        double shared = 0;
        for (String term : asked.must()) {
            if (!terms.isIn(term, told.terms())) {
                return 0;
            }
            whole++;
            shared += told.terms().contains(term) ? 1 : KINDRED;
        }
        for (String term : asked.may()) {
            boolean has = terms.isIn(term, told.terms());
            double weight = has || !lexicon.kinds().containsKey(term) ? 1 : KIND;
            whole += weight;
            shared += told.terms().contains(term) ? weight : has ? KINDRED * weight : 0;
        }
        if (shared == 0) {
            return 0;
        }
        boolean holds = values.of(asked, told).isPresent();
        return shared / whole + (holds ? AS_GOOD : 0);
    }

    private Recalled.Fact fact(Asked asked, Told told) {
        return fact(asked.want(), values.of(asked, told), told);
    }

    private Recalled.Fact fact(Want want, Optional<String> value, Told told) {
        Optional<String> turned = turning.statement(told.text(), told.tokens());
        return new Recalled.Fact(want, value, turned.orElse(told.text()), turned.isPresent(), told.text());
    }

    private Optional<String> about(Asked asked, List<Token> question) {
        return asked.target().isPresent() ? asked.about().map(thing -> turning.own(thing, question)) : asked.about();
    }
}
