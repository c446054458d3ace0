package viva.llm.recall;

import java.util.List;
import java.util.Optional;
import viva.llm.phrasebook.Language;

/** Turns a statement of the owner to the owner: {@code I live in Porto} becomes {@code you live in Porto}. */
interface Turning {
    /** The statement as the avatar may say it, beginning in lower case; none when it cannot be turned with certainty. */
    Optional<String> statement(String text, List<Token> tokens);

    /** A thing of the owner: {@code dog} becomes {@code your dog}. */
    String own(String thing, List<Token> question);

    /** Two turned statements in one. */
    String both(String first, String second);

    static Turning of(Language language) {
        return switch (language) {
            case ENGLISH -> new EnglishTurning();
            case PORTUGUESE -> new PortugueseTurning();
            case SPANISH, GERMAN -> new NoTurning();
        };
    }

    /** Leaves statements as they are, to be quoted. */
    record NoTurning() implements Turning {
        @Override
        public Optional<String> statement(String text, List<Token> tokens) {
            return Optional.empty();
        }

        @Override
        public String own(String thing, List<Token> question) {
            return "«" + thing + "»";
        }

        @Override
        public String both(String first, String second) {
            return second;
        }
    }
}
