package viva.platform.letters;

import java.util.List;

/**
 * Some dead letters, the oldest first.
 *
 * @param next how many letters to skip for the next page; null when there is none
 */
public record LetterPage(List<Letter> letters, Integer next, Look look) {
    public LetterPage {
        letters = List.copyOf(letters);
    }
}
