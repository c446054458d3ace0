package viva.llm.recall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Cuts the answer to a question out of the statement that holds it. */
final class Values {
    /** How far behind a noun the word may stand that announces its name. */
    private static final int NEAR = 4;

    private static final int MOST_WORDS = 6;

    private final Lexicon lexicon;
    private final Terms terms;

    Values(Lexicon lexicon, Terms terms) {
        this.lexicon = lexicon;
        this.terms = terms;
    }

    Optional<String> of(Asked asked, Told told) {
        List<Token> tokens = told.tokens();
        int noun = asked.target()
                .map(term -> noun(Set.of(term), tokens))
                .filter(at -> at >= 0)
                .orElseGet(() -> noun(asked.must(), tokens));
        return switch (asked.want()) {
            case OWN_NAME, NAME -> name(asked, tokens, noun);
            case PLACE -> place(tokens, Math.max(noun, 0));
            case TIME -> time(tokens);
            case NUMBER -> number(tokens, noun);
            case AGE -> number(tokens, -1);
            case COLOUR ->
                tokens.stream()
                        .filter(token -> lexicon.colours().contains(token.folded()))
                        .map(Token::written)
                        .findFirst();
            case PERSON, ANYTHING, STATEMENT -> Optional.empty();
        };
    }

    /** A name that a statement announces: {@code my dog is called Bruno}. */
    Optional<String> announcedName(List<Token> tokens) {
        return afterCue(tokens, -1, false).filter(name -> Character.isUpperCase(name.codePointAt(0)));
    }

    boolean hasTime(List<Token> tokens) {
        return time(tokens).isPresent();
    }

    /** Where the last of the wanted terms stands, or -1. */
    private int noun(Set<String> must, List<Token> tokens) {
        int last = -1;
        for (int at = 0; at < tokens.size(); at++) {
            String folded = tokens.get(at).folded();
            String bare = folded.endsWith("s") && tokens.get(at).written().matches(".*['’]s")
                    ? folded.substring(0, folded.length() - 1)
                    : folded;
            if (must.stream().anyMatch(term -> terms.alike(term, terms.term(bare)))) {
                last = at;
            }
        }
        return last;
    }

    private Optional<String> name(Asked asked, List<Token> tokens, int noun) {
        if (asked.must().contains(IntroducedName.TOPIC)) {
            return afterCue(tokens, -1, false).or(() -> IntroducedName.in(tokens, lexicon));
        }
        if (noun >= 0) {
            List<String> beside = capitals(tokens, noun + 1);
            if (!beside.isEmpty()) {
                return Optional.of(String.join(" ", beside));
            }
        }
        return afterCue(tokens, noun, true)
                .or(() -> afterCue(tokens, -1, false))
                .or(() -> besideOwnThing(tokens));
    }

    /** The name in {@code my cat Mimi}. */
    private Optional<String> besideOwnThing(List<Token> tokens) {
        for (int at = 0; at + 2 < tokens.size(); at++) {
            List<String> name = lexicon.mine().contains(tokens.get(at).folded()) ? capitals(tokens, at + 2) : List.of();
            if (!name.isEmpty()) {
                return Optional.of(String.join(" ", name));
            }
        }
        return Optional.empty();
    }

    /** The name behind {@code called} and its like. */
    private Optional<String> afterCue(List<Token> tokens, int from, boolean near) {
        int to = near ? Math.min(tokens.size(), from + 1 + NEAR) : tokens.size();
        for (int at = Math.max(0, from); at < to; at++) {
            int behind = behindCue(tokens, at);
            if (behind > at && behind < tokens.size()) {
                List<String> name = capitals(tokens, behind);
                return Optional.of(name.isEmpty() ? tokens.get(behind).written() : String.join(" ", name));
            }
        }
        return Optional.empty();
    }

    /** The index behind a cue that begins at {@code at}, or -1. A cue that ends in {@code é} is compared as written. */
    private int behindCue(List<Token> tokens, int at) {
        for (String cue : lexicon.called()) {
            String[] words = cue.split(" ", -1);
            boolean matches = at + words.length < tokens.size();
            for (int i = 0; matches && i < words.length; i++) {
                Token token = tokens.get(at + i);
                matches = words[i].equals("é")
                        ? token.isWritten("é")
                        : token.folded().equals(words[i]);
            }
            if (matches) {
                return at + words.length;
            }
        }
        return -1;
    }

    private List<String> capitals(List<Token> tokens, int from) {
        List<String> name = new ArrayList<>();
        for (int at = from; at < tokens.size() && name.size() < MOST_WORDS; at++) {
            Token token = tokens.get(at);
            boolean joins = !name.isEmpty()
                    && lexicon.names().contains(token.folded())
                    && at + 1 < tokens.size()
                    && isPartOfName(tokens.get(at + 1));
            if (!isPartOfName(token) && !joins) {
                break;
            }
            name.add(token.written());
            if (token.ends()) {
                break;
            }
        }
        return name;
    }

    private boolean isPartOfName(Token token) {
        return token.isCapital()
                && !lexicon.self().contains(token.folded())
                && !lexicon.spoken().containsKey(token.folded());
    }

    private Optional<String> place(List<Token> tokens, int from) {
        for (int at = from; at < tokens.size() - 1; at++) {
            Token next = tokens.get(at + 1);
            boolean begins = lexicon.places().contains(tokens.get(at).folded())
                    && !isTime(tokens, at + 1)
                    && !lexicon.mine().contains(next.folded());
            if (begins) {
                List<String> place = new ArrayList<>();
                for (int i = at; i < tokens.size() && place.size() <= MOST_WORDS; i++) {
                    if (i > at && endsPlace(tokens, i)) {
                        break;
                    }
                    place.add(tokens.get(i).written());
                    if (tokens.get(i).ends()) {
                        break;
                    }
                }
                return place.size() > 1 ? Optional.of(String.join(" ", place)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean endsPlace(List<Token> tokens, int at) {
        String word = tokens.get(at).folded();
        boolean time = isTime(tokens, at)
                || (lexicon.places().contains(word) && at + 1 < tokens.size() && isTime(tokens, at + 1));
        return time || lexicon.breaks().contains(word) || lexicon.self().contains(word);
    }

    private boolean isTime(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        if (lexicon.times().contains(token.folded())) {
            return true;
        }
        return at + 1 < tokens.size()
                && (lexicon.timeLinks().contains(token.folded()) || isNumber(token))
                && isTime(tokens, at + 1);
    }

    private Optional<String> time(List<Token> tokens) {
        for (int at = 0; at < tokens.size(); at++) {
            boolean certain = lexicon.times().contains(tokens.get(at).folded())
                    || (isNumber(tokens.get(at))
                            && at > 0
                            && lexicon.timeLinks().contains(tokens.get(at - 1).folded()));
            if (certain) {
                int from = at;
                while (from > 0
                        && !tokens.get(from - 1).ends()
                        && (isNumber(tokens.get(from - 1))
                                || lexicon.timeLinks()
                                        .contains(tokens.get(from - 1).folded()))) {
                    from--;
                }
                int to = at + 1;
                while (to < tokens.size()
                        && !tokens.get(to - 1).ends()
                        && (isTime(tokens, to) || isNumber(tokens.get(to)))) {
                    to++;
                }
                return Optional.of(
                        tokens.subList(from, to).stream().map(Token::written).collect(Collectors.joining(" ")));
            }
        }
        return Optional.empty();
    }

    private Optional<String> number(List<Token> tokens, int noun) {
        for (int at = Math.max(0, noun - 2); at < tokens.size(); at++) {
            if (isNumber(tokens.get(at))) {
                return Optional.of(tokens.get(at).written());
            }
        }
        return tokens.stream().filter(this::isNumber).map(Token::written).findFirst();
    }

    private boolean isNumber(Token token) {
        return token.isDigits() || lexicon.numbers().contains(token.folded());
    }
}
