package viva.llm.recall;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import viva.llm.phrasebook.Language;

/**
 * Finds the facts that owners tell of themselves by rules, in English and Portuguese: name, home, job, family, pets, likes, dislikes, plans with a
 * date, and what else lasts. Pure; safe for concurrent use. Creating it reads a lexicon.
 */
public final class OwnerFacts {
    /** Facts of one message; more is a list that somebody pasted. */
    private static final int MOST_FACTS = 8;

    private static final Pattern QUOTED = Pattern.compile("[\"“„«][^\"”“»«„]*[\"”“»]|(?m)^\\s*>.*$");

    private final Language language;
    private final Lexicon lexicon;
    private final Terms terms;
    private final Optional<FactRules> rules;

    public OwnerFacts(Language language) {
        this.language = language;
        lexicon = Lexicon.load(language);
        terms = new Terms(lexicon);
        rules = switch (language) {
            case ENGLISH -> Optional.of(new EnglishFacts(lexicon, terms));
            case PORTUGUESE -> Optional.of(new PortugueseFacts(lexicon, terms));
            case SPANISH, GERMAN -> Optional.empty();
        };
    }

    /**
     * The facts of a message, in the order in which they were told; of several for one slot the last.
     *
     * @param message untrusted
     * @param today in the owner's time zone, by which dates are told
     */
    public List<OwnerFact> of(String message, LocalDate today) {
        Map<String, OwnerFact> facts = new LinkedHashMap<>();
        rules.ifPresent(known -> {
            for (Told told : Told.of(QUOTED.matcher(message).replaceAll(" … "), lexicon, terms)) {
                for (OwnerFact fact : facts(told, known, today)) {
                    String key = fact.slot().map(slot -> slot.name()).orElse(fact.gist());
                    facts.remove(key);
                    facts.put(key, fact);
                }
            }
        });
        return facts.values().stream().limit(MOST_FACTS).toList();
    }

    private List<OwnerFact> facts(Told told, FactRules known, LocalDate today) {
        String statement = told.text().replace('’', '\'');
        if (known.isSupposed(statement) || isQuestion(told)) {
            return List.of();
        }
        List<OwnerFact> facts = new ArrayList<>();
        for (String text : known.clauses(statement)) {
            List<Token> tokens = Token.of(text);
            FactRules.Clause clause = new FactRules.Clause(text, tokens, terms.ofStatement(terms.spoken(tokens)));
            List<OwnerFact> found = known.facts(clause, today);
            facts.addAll(found);
            if (found.isEmpty()) {
                LastingFacts.in(text, language).ifPresent(facts::add);
            }
        }
        return facts;
    }

    private boolean isQuestion(Told told) {
        String spoken = terms.spoken(told.tokens());
        return terms.beginsAsQuestion(spoken) && terms.want(spoken).isPresent();
    }
}
