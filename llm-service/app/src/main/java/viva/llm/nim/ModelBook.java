package viva.llm.nim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What is known of the models: which are gone, which fields they refuse, which one spoke last. Safe for concurrent use. */
final class ModelBook {
    private final Map<Purpose, List<String>> lists;
    private final Duration goneFor;
    private final Map<String, Gone> gone = new ConcurrentHashMap<>();
    private final Map<String, Set<OptionalField>> refused = new ConcurrentHashMap<>();
    private volatile Spoke latest;

    /** A model that is not there, until it is tried again. */
    record Gone(int status, Instant since, Instant until) {}

    /** The model that spoke last. */
    record Spoke(String model, Instant at) {}

    /** @param goneFor how long a model that answered 404 or 410 is not asked again */
    ModelBook(Map<Purpose, List<String>> lists, Duration goneFor) {
        this.lists = Map.copyOf(lists);
        this.goneFor = goneFor;
    }

    /** The models of a purpose as they are set, the first choice first. */
    List<String> listed(Purpose purpose) {
        return lists.getOrDefault(purpose, List.of());
    }

    /** Those that may be asked now. */
    List<String> alive(Purpose purpose, Instant now) {
        return listed(purpose).stream()
                .filter(model -> goneNow(model, now).isEmpty())
                .toList();
    }

    /** Those that come after {@code model} and may be asked now. */
    List<String> after(String model, Purpose purpose, Instant now) {
        List<String> later = new ArrayList<>(listed(purpose));
        later.subList(0, later.indexOf(model) + 1).clear();
        later.removeIf(other -> goneNow(other, now).isPresent());
        return later;
    }

    Optional<Gone> goneNow(String model, Instant now) {
        return Optional.ofNullable(gone.get(model)).filter(known -> now.isBefore(known.until()));
    }

    /** Remembers that a model is gone; true when that is news. */
    boolean noteGone(String model, int status, Instant now) {
        Gone before = gone.put(model, new Gone(status, now, now.plus(goneFor)));
        return before == null;
    }

    void spoke(String model, Instant now) {
        gone.remove(model);
        latest = new Spoke(model, now);
    }

    Optional<Spoke> latest() {
        return Optional.ofNullable(latest);
    }

    /** The fields that a model refused. */
    Set<OptionalField> refused(String model) {
        return refused.getOrDefault(model, Set.of());
    }

    /** Remembers fields without which a model answered. */
    void refuses(String model, Set<OptionalField> fields) {
        refused.merge(model, Set.copyOf(fields), (known, more) -> {
            Set<OptionalField> all = EnumSet.noneOf(OptionalField.class);
            all.addAll(known);
            all.addAll(more);
            return Set.copyOf(all);
        });
    }
}
