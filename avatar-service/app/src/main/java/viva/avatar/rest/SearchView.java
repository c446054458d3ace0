package viva.avatar.rest;

import java.util.List;
import viva.avatar.search.Searches.Found;

/**
 * What a search found, the best first.
 *
 * @param found whether the best is good enough to be an answer
 * @param by {@code meaning} where vectors were compared, else {@code words}
 */
public record SearchView(List<FoundMemoryView> items, boolean found, String by) {
    static SearchView of(Found found) {
        return new SearchView(
                found.items().stream().map(FoundMemoryView::of).toList(),
                found.isFound(),
                found.byMeaning() ? "meaning" : "words");
    }
}
