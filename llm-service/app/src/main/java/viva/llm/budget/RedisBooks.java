package viva.llm.budget;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import viva.llm.allowance.Allowance;
import viva.llm.allowance.AllowancePlan;
import viva.llm.allowance.Consumption;
import viva.llm.allowance.Decision;
import viva.llm.allowance.Demand;
import viva.llm.allowance.Grant;
import viva.llm.allowance.Shortage;
import viva.llm.allowance.Throttle;

/**
 * The books that all processes share, in Redis: each question and each news is one script, so that no two processes take the same
 * place. Time is the server's, so the clocks of processes do not matter. It decides as {@link viva.llm.allowance.Books} does.
 */
final class RedisBooks {
    private static final int FIGURES = 5;
    private static final String FORGOTTEN = "FORGOTTEN";

    private final RedisAPI redis;
    private final AllowancePlan plan;
    private final String space;
    private final Supplier<String> clock;
    private volatile String edition = "";

    /** Redis has lost what this process had written there. */
    static final class ForgottenBooks extends RuntimeException {
        ForgottenBooks() {
            super("the counters were lost", null, false, false);
        }
    }

    /** Processes that live, and whether the books are still those in which this one wrote before. */
    record Pulse(int processes, boolean isSameEdition) {}

    /** @param space what all keys begin with; braces keep them in one slot of a Redis Cluster */
    RedisBooks(RedisAPI redis, AllowancePlan plan, String space) {
        this(redis, plan, space, () -> "");
    }

    /** @param clock microseconds, or an empty text for the server's own */
    RedisBooks(RedisAPI redis, AllowancePlan plan, String space, Supplier<String> clock) {
        this.redis = redis;
        this.plan = plan;
        this.space = "viva:{" + space + "}:";
        this.clock = clock;
    }

    /** Whether a request may start now; it has its place if so. Fails with {@link ForgottenBooks} when what was there is lost. */
    Uni<Decision> admit(Demand demand, String slot) {
        List<String> arguments = new ArrayList<>(List.of(
                clock.get(),
                slot,
                text(demand.priority().permille()),
                text(demand.tokens()),
                text(demand.micros()),
                text(plan.holdMicros() + plan.slotMicros()),
                Double.toString(plan.throttle().recoveryAMinute()),
                edition));
        arguments.addAll(limits(plan.world()));
        arguments.addAll(limits(plan.purpose(demand.purpose())));
        if (demand.owner() != null) {
            arguments.addAll(limits(plan.owner()));
        }
        List<String> keys = keys(demand);
        keys.add(1, space + "edition");
        return run(LuaScript.ADMIT, keys, arguments).map(answer -> decision(answer, demand, slot));
    }

    private static Decision decision(Response answer, Demand demand, String slot) {
        String shortage = answer.get(0).toString();
        if (shortage.equals(FORGOTTEN)) {
            throw new ForgottenBooks();
        }
        return shortage.isEmpty()
                ? new Decision.Start(new Grant(slot, demand, answer.get(2).toLong()))
                : new Decision.Wait(Shortage.valueOf(shortage), answer.get(1).toLong());
    }

    /** The response began. */
    Uni<Void> began(Grant grant) {
        return run(LuaScript.BEGAN, keys(grant.demand()), List.of(clock.get(), grant.slot(), text(plan.slotMicros())))
                .replaceWithVoid();
    }

    /** It ended, well or not. */
    Uni<Void> ended(Grant grant, long tokens, long micros) {
        return run(LuaScript.ENDED, keys(grant.demand()), ended(grant, tokens, micros, List.of()))
                .replaceWithVoid();
    }

    /** It failed because the server wants fewer requests, and none for {@code pause} microseconds. */
    Uni<Void> slowDown(Grant grant, long pause) {
        Throttle.Course course = plan.throttle();
        List<String> slower = List.of(
                text(pause),
                Double.toString(course.decrease()),
                Double.toString(course.least()),
                Double.toString(course.recoveryAMinute()));
        return run(LuaScript.ENDED, keys(grant.demand()), ended(grant, 0, 0, slower))
                .replaceWithVoid();
    }

    private List<String> ended(Grant grant, long tokens, long micros, List<String> slower) {
        List<String> arguments = new ArrayList<>(List.of(
                clock.get(),
                grant.slot(),
                text(plan.slotMicros()),
                text(grant.at()),
                text(grant.demand().tokens()),
                text(grant.demand().micros()),
                text(tokens),
                text(micros)));
        arguments.addAll(slower);
        return arguments;
    }

    /** What is used by everybody, and for each of {@code purposes}. */
    Uni<Consumption> read(Collection<String> purposes) {
        List<String> names = List.copyOf(purposes);
        List<String> keys = new ArrayList<>(List.of(space + "throttle"));
        keys.addAll(account("world"));
        names.forEach(purpose -> keys.addAll(account("purpose:" + purpose)));
        return run(LuaScript.READ, keys, List.of(clock.get())).map(answer -> consumption(answer, names));
    }

    private static Consumption consumption(Response answer, List<String> purposes) {
        Map<String, Consumption.Scope> found = new LinkedHashMap<>();
        for (int i = 0; i < purposes.size(); i++) {
            found.put(purposes.get(i), scope(answer, 4 + (i + 1) * FIGURES));
        }
        Throttle throttle = new Throttle(
                Double.parseDouble(answer.get(1).toString()),
                answer.get(2).toLong(),
                answer.get(3).toLong());
        return new Consumption(answer.get(0).toLong(), scope(answer, 4), found, throttle);
    }

    private static Consumption.Scope scope(Response answer, int at) {
        return new Consumption.Scope(
                answer.get(at).toLong(),
                answer.get(at + 1).toLong(),
                answer.get(at + 2).toLong(),
                answer.get(at + 3).toLong(),
                answer.get(at + 4).toLong());
    }

    /** Says that a process lives, for so many microseconds, and answers how many do. */
    Uni<Pulse> beat(String process, long micros) {
        return run(
                        LuaScript.BEAT,
                        List.of(space + "processes", space + "edition"),
                        List.of(clock.get(), process, text(micros)))
                .map(answer -> {
                    String known = edition;
                    edition = answer.get(1).toString();
                    return new Pulse(answer.get(0).toInteger(), known.isEmpty() || known.equals(edition));
                });
    }

    /** The process ends and counts no longer. */
    Uni<Void> leave(String process) {
        return redis.zrem(List.of(space + "processes", process)).replaceWithVoid();
    }

    private Uni<Response> run(LuaScript script, List<String> keys, List<String> arguments) {
        return redis.eval(Stream.of(List.of(script.text(), text(keys.size())), keys, arguments)
                .flatMap(List::stream)
                .toList());
    }

    private List<String> keys(Demand demand) {
        List<String> keys = new ArrayList<>(List.of(space + "throttle"));
        keys.addAll(account("world"));
        keys.addAll(account("purpose:" + demand.purpose()));
        if (demand.owner() != null) {
            keys.addAll(account("owner:" + nameless(demand.owner())));
        }
        return keys;
    }

    /** An owner is counted for a day, and may be erased meanwhile: the key does not name them. */
    private static String nameless(String owner) {
        return UUID.nameUUIDFromBytes(owner.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private List<String> account(String name) {
        return List.of(space + name + ":places", space + name + ":tokens", space + name + ":hours");
    }

    private static List<String> limits(Allowance allowance) {
        return List.of(
                text(allowance.requestsAMinute()),
                text(allowance.tokensAMinute()),
                text(allowance.requestsADay()),
                text(allowance.tokensADay()),
                text(allowance.microsADay()));
    }

    private static String text(long number) {
        return Long.toString(number);
    }
}
