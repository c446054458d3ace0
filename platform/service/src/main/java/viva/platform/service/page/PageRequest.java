package viva.platform.service.page;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import viva.platform.service.problem.Rejected;

/** Which page of a list is asked for: use it as a {@code @BeanParam}. */
public class PageRequest {
    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 100;

    @QueryParam("cursor")
    String cursor;

    @QueryParam("limit")
    String limit;

    /** For the framework, which fills it from the query. */
    public PageRequest() {}

    PageRequest(String cursor, String limit) {
        this.cursor = cursor;
        this.limit = limit;
    }

    /**
     * How many items, in [1, {@value #MAX_LIMIT}]; {@value #DEFAULT_LIMIT} when nothing was said.
     *
     * @throws Rejected when it is anything else
     */
    public int limit() {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        try {
            int wanted = Integer.parseInt(limit);
            if (wanted >= 1 && wanted <= MAX_LIMIT) {
                return wanted;
            }
        } catch (NumberFormatException notANumber) {
            // The sentence below is right for it, too.
        }
        throw Rejected.invalid("limit", "must be a whole number from 1 to " + MAX_LIMIT);
    }

    /**
     * Where the page begins; empty for the first one.
     *
     * @param parts how many parts this list's cursors have
     * @throws Rejected when the cursor was not handed out here
     */
    public Optional<Cursor> after(int parts) {
        return Optional.ofNullable(cursor).map(text -> Cursor.decode(text, parts));
    }
}
