package viva.platform.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What other threads told a test, in order. Assertions look at a {@link #snapshot}, which does not change while they walk through it.
 *
 * @param <T> never null
 */
public final class Recorder<T> implements Consumer<T> {
    private final List<T> items = new CopyOnWriteArrayList<>();

    @Override
    public void accept(T item) {
        items.add(item);
    }

    /** Everything so far. */
    public List<T> snapshot() {
        return List.copyOf(items);
    }

    /** Everything so far that {@code wanted} holds for. */
    public List<T> snapshot(Predicate<? super T> wanted) {
        return items.stream().filter(wanted).toList();
    }

    public int size() {
        return items.size();
    }

    /** Forgets what came so far; what comes later is recorded. */
    public void clear() {
        items.clear();
    }
}
