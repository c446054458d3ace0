package viva.llm.speech;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import viva.contracts.AvatarId;
import viva.contracts.Json;
import viva.llm.budget.BudgetLimits;
import viva.llm.erasure.Erasable;
import viva.llm.voice.Words;

/**
 * The requests of all replicas, in Redis: ids as long as a request may come again, words as long as somebody may wait for them. While
 * Redis is away this process's own requests are what is known; then a request that another replica had begun may be paid for again.
 */
@Singleton
class RedisRequestLog implements RequestLog, Erasable {
    private static final Logger LOG = Logger.getLogger(RedisRequestLog.class);

    /**
     * KEYS: the words, the speaker's requests, the mark of its erasure. ARGV: the words, the request, milliseconds to keep them. 1 when they
     * are kept, 0 when the speaker is erased.
     */
    private static final String ANSWERED = """
            if redis.call('EXISTS', KEYS[3]) == 1 then return 0 end
            redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[3])
            redis.call('SADD', KEYS[2], ARGV[2])
            if redis.call('PTTL', KEYS[2]) < tonumber(ARGV[3]) then redis.call('PEXPIRE', KEYS[2], ARGV[3]) end
            return 1""";

    /** Longer than an answer that was under way when its speaker was erased may take. The mark has a pseudonym in its name. */
    private static final Duration ERASURE_MARKED = Duration.ofMinutes(1);

    private final RedisAPI redis;
    private final String space;
    private final Duration timeout;
    private final InstantSource clock;
    private final OwnRequestLog own;

    private record Kept(String content, String tone, String voice, List<UUID> memories) {}

    @Inject
    RedisRequestLog(RedisAPI redis, BudgetLimits limits) {
        this(redis, limits.keySpace(), limits.counterTimeout(), InstantSource.system());
    }

    RedisRequestLog(RedisAPI redis, String space, Duration timeout, InstantSource clock) {
        this.redis = redis;
        this.space = "viva:{" + space + "}:";
        this.timeout = timeout;
        this.clock = clock;
        this.own = new OwnRequestLog(clock);
    }

    @Override
    public Uni<Known> begin(UUID request, Instant until) {
        return Uni.createFrom().deferred(() -> switch (own.begin(request, until)) {
            case Known.New fresh ->
                elsewhere(request, until).onFailure().recoverWithItem(failure -> {
                    LOG.debugf("it is not known whether another replica was asked: %s", failure.getMessage());
                    return fresh;
                });
            case Known.Answered answered -> Uni.createFrom().item(answered);
            case Known.Unanswered unanswered -> words(request).onFailure().recoverWithItem(unanswered);
        });
    }

    private Uni<Known> elsewhere(UUID request, Instant until) {
        return timely(redis.set(List.of(id(request), "", "NX", "PX", millis(until))))
                .chain(noted -> noted != null ? Uni.createFrom().item(new Known.New()) : words(request));
    }

    private Uni<Known> words(UUID request) {
        return timely(redis.get(words(request.toString())))
                .map(found -> found == null ? new Known.Unanswered() : new Known.Answered(read(found.toString())));
    }

    @Override
    public Uni<Void> answered(AvatarId speaker, UUID request, Spoken spoken, Instant until) {
        return Uni.createFrom()
                .deferred(() -> {
                    own.answered(speaker, request, spoken, until);
                    return timely(redis.eval(List.of(
                            ANSWERED,
                            "3",
                            words(request.toString()),
                            of(speaker),
                            erased(speaker),
                            write(spoken),
                            request.toString(),
                            millis(until))));
                })
                .invoke(kept -> {
                    if (kept.toInteger() == 0) {
                        own.erase(speaker);
                    }
                })
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    /** Fails while Redis is away, to be told again; the words are gone by themselves within a minute all the same. */
    @Override
    public Uni<Void> erase(AvatarId avatar) {
        return Uni.createFrom()
                .deferred(() -> {
                    own.erase(avatar);
                    return timely(
                            redis.set(List.of(erased(avatar), "", "PX", Long.toString(ERASURE_MARKED.toMillis()))));
                })
                .chain(() -> timely(redis.smembers(of(avatar))))
                .chain(members -> timely(redis.del(kept(members, avatar))))
                .replaceWithVoid();
    }

    private List<String> kept(Response requests, AvatarId avatar) {
        Stream<String> words = IntStream.range(0, requests.size())
                .mapToObj(i -> words(requests.get(i).toString()));
        return Stream.concat(words, Stream.of(of(avatar))).toList();
    }

    private <T> Uni<T> timely(Uni<T> answer) {
        return answer.ifNoItem().after(timeout).fail();
    }

    private String id(UUID request) {
        return space + "request:" + request;
    }

    private String words(String request) {
        return space + "words:" + request;
    }

    private String of(AvatarId speaker) {
        return space + "words-of:" + speaker;
    }

    private String erased(AvatarId speaker) {
        return space + "erased:" + speaker.pseudonym();
    }

    private String millis(Instant until) {
        return Long.toString(
                Math.max(1, Duration.between(clock.instant(), until).toMillis()));
    }

    private static String write(Spoken spoken) {
        try {
            return Json.mapper()
                    .writeValueAsString(new Kept(
                            spoken.words().content(),
                            spoken.words().tone(),
                            spoken.voice(),
                            spoken.words().memories()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("unwritable words", e);
        }
    }

    private static Spoken read(String text) {
        try {
            Kept kept = Json.mapper().readValue(text, Kept.class);
            return new Spoken(new Words(kept.content(), kept.tone(), kept.memories()), kept.voice());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("unreadable words", e);
        }
    }
}
