package viva.llm.allowance;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What one payer or one purpose has used: the places it has in the window, and what the last hours took. */
final class Book {
    static final long HOUR = 3_600_000_000L;

    /** Whole hours that a day looks back, besides the current one: so it is never shorter than 24 hours. */
    private static final long HOURS_BACK = 24;

    private static final int WHOLE = 1_000;

    private final Map<String, Place> places = new HashMap<>();
    private final TreeMap<Long, Used> hours = new TreeMap<>();
    private long tokens;

    private record Place(long freeAt, long tokens) {}

    /** What was used: requests, tokens and millionths of money. */
    record Used(long requests, long tokens, long micros) {
        static final Used NOTHING = new Used(0, 0, 0);

        Used plus(Used other) {
            return new Used(requests + other.requests, tokens + other.tokens, micros + other.micros);
        }
    }

    /** Gives free what is free by now. */
    void forget(long now) {
        places.values().removeIf(place -> {
            boolean free = place.freeAt <= now;
            tokens -= free ? place.tokens : 0;
            return free;
        });
        hours.headMap(now / HOUR - HOURS_BACK).clear();
    }

    boolean isEmpty() {
        return places.isEmpty() && hours.isEmpty();
    }

    int requests() {
        return places.size();
    }

    long tokens() {
        return tokens;
    }

    Used day() {
        return hours.values().stream().reduce(Used.NOTHING, Used::plus);
    }

    /** What keeps the demand from starting. Needs a {@link #forget} before. */
    Optional<Decision.Wait> shortage(Allowance allowance, Demand demand, long now) {
        int share = demand.priority().permille();
        Used day = day();
        long nextHour = (now / HOUR + 1) * HOUR - now;
        return shortage(Shortage.REQUESTS_A_MINUTE, places.size(), 1, allowance.requestsAMinute(), share)
                .map(found -> new Decision.Wait(found, untilBelow(allowance.requestsAMinute(), share, now)))
                .or(() -> shortage(Shortage.TOKENS_A_MINUTE, tokens, demand.tokens(), allowance.tokensAMinute(), share)
                        .map(found -> new Decision.Wait(found, untilFree(0, now))))
                .or(() -> shortage(Shortage.REQUESTS_A_DAY, day.requests, 1, allowance.requestsADay(), share)
                        .or(() -> shortage(
                                Shortage.TOKENS_A_DAY, day.tokens, demand.tokens(), allowance.tokensADay(), share))
                        .or(() -> shortage(Shortage.MONEY, day.micros, demand.micros(), allowance.microsADay(), share))
                        .map(found -> new Decision.Wait(found, nextHour)));
    }

    private static Optional<Shortage> shortage(Shortage kind, long used, long more, long limit, int share) {
        if (limit == 0 || fits(used, more, limit, share)) {
            return Optional.empty();
        }
        return Optional.of(fits(used, more, limit, WHOLE) ? Shortage.RESERVED : kind);
    }

    private static boolean fits(long used, long more, long limit, int share) {
        return used * WHOLE < limit * share && used + more <= limit;
    }

    /** Until so many places are free that one more request is below its share. */
    private long untilBelow(long limit, int share, long now) {
        long threshold = (limit * share + WHOLE - 1) / WHOLE;
        return untilFree((int) (places.size() - threshold), now);
    }

    private long untilFree(int others, long now) {
        return places.values().stream().mapToLong(Place::freeAt).sorted().skip(others).findFirst().stream()
                .map(freeAt -> freeAt - now)
                .findFirst()
                .orElse(0);
    }

    void take(Grant grant, long freeAt) {
        Demand demand = grant.demand();
        places.put(grant.slot(), new Place(freeAt, demand.tokens()));
        tokens += demand.tokens();
        count(grant.at(), new Used(1, demand.tokens(), demand.micros()));
    }

    /** The place is free at {@code freeAt}, unless it is so before. */
    void shorten(Grant grant, long freeAt) {
        places.computeIfPresent(grant.slot(), (slot, place) -> new Place(Math.min(place.freeAt, freeAt), place.tokens));
    }

    /** What was only reserved so far is known now. */
    void correct(Grant grant, long actualTokens, long actualMicros) {
        places.computeIfPresent(grant.slot(), (slot, place) -> {
            tokens += actualTokens - place.tokens;
            return new Place(place.freeAt, actualTokens);
        });
        Demand demand = grant.demand();
        count(grant.at(), new Used(0, actualTokens - demand.tokens(), actualMicros - demand.micros()));
    }

    /** As if it had never been. */
    void withdraw(Grant grant) {
        Place place = places.remove(grant.slot());
        tokens -= place == null ? 0 : place.tokens;
        Demand demand = grant.demand();
        count(grant.at(), new Used(-1, -demand.tokens(), -demand.micros()));
    }

    private void count(long at, Used used) {
        hours.merge(at / HOUR, used, Used::plus);
    }
}
