package viva.llm.recall;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** How facts are told in one language. What is told of others, denied, supposed, quoted or past is none. */
interface FactRules {
    /**
     * One clause of an owner's message.
     *
     * @param text without an end mark, with straight apostrophes
     * @param tokens its words
     * @param terms what it speaks of
     */
    record Clause(String text, List<Token> tokens, Set<String> terms) {}

    /** The clauses of a statement that each may tell a fact of their own. */
    List<String> clauses(String statement);

    /** Whether a statement, by its wording, tells nothing that is so: it supposes, quotes or wishes. */
    boolean isSupposed(String statement);

    /**
     * The facts of one clause.
     *
     * @param today in the owner's time zone
     */
    List<OwnerFact> facts(Clause clause, LocalDate today);
}
