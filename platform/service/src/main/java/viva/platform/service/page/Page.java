package viva.platform.service.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param nextCursor what to send as {@code cursor} for the next page; null on the last one
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Page<T>(List<T> items, String nextCursor) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page of rows that were read with one more than {@code limit}: the extra row only tells that there is a next page.
     *
     * @param key where the page after this item begins
     */
    public static <T> Page<T> of(List<T> oneMore, int limit, Function<? super T, Cursor> key) {
        if (oneMore.size() <= limit) {
            return new Page<>(oneMore, null);
        }
        return new Page<>(
                oneMore.subList(0, limit), key.apply(oneMore.get(limit - 1)).encoded());
    }

    public <R> Page<R> map(Function<? super T, ? extends R> each) {
        return new Page<>(items.stream().<R>map(each).toList(), nextCursor);
    }
}
