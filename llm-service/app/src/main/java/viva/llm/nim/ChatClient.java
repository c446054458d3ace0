package viva.llm.nim;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.jboss.logging.Logger;
import viva.llm.budget.Budgets;
import viva.llm.budget.Slot;
import viva.llm.budget.Usage;

/** Asks the models of a purpose for words, one after the other where that may help, until somebody answers or time is up. */
@Singleton
public class ChatClient {
    private static final Logger LOG = Logger.getLogger(ChatClient.class);

    private final ModelBook book;
    private final Optional<NimHttp> http;
    private final PaidCall paid;
    private final FaultLog faults;
    private final int attempts;
    private final InstantSource clock;
    private final DoubleSupplier chance;

    @Inject
    ChatClient(NimConfig config, NimSetup setup, Vertx vertx, Budgets budgets, CallGuard guard, FaultLog faults) {
        this(
                setup.book(),
                setup.address()
                        .map(at -> new NimHttp(
                                vertx,
                                at,
                                setup.key(),
                                config.connectTimeout(),
                                config.concurrent() + 1,
                                InstantSource.system())),
                new PaidCall(budgets, guard),
                faults,
                config.attempts(),
                InstantSource.system(),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    ChatClient(
            ModelBook book,
            Optional<NimHttp> http,
            PaidCall paid,
            FaultLog faults,
            int attempts,
            InstantSource clock,
            DoubleSupplier chance) {
        this.book = book;
        this.http = http;
        this.paid = paid;
        this.faults = faults;
        this.attempts = attempts;
        this.clock = clock;
        this.chance = chance;
    }

    /** Whether there is a model to ask for this purpose right now. */
    public boolean isOn(Purpose purpose) {
        return http.isPresent() && !book.alive(purpose, clock.instant()).isEmpty();
    }

    /**
     * Words of a model.
     *
     * @param listener hears the words as they come, without thoughts; when it was called, no other attempt follows
     * @return fails with a {@link NimException}
     */
    public Uni<ChatAnswer> chat(ChatOrder order, ChatListener listener) {
        if (http.isEmpty()) {
            return Uni.createFrom().failure(new NimException(new NimFault.Off()));
        }
        List<String> alive = book.alive(Purpose.of(order.purpose()), clock.instant());
        if (alive.isEmpty()) {
            return Uni.createFrom().failure(new NimException(new NimFault.NoModel()));
        }
        return attempt(order, listener, alive.getFirst(), 1, EnumSet.noneOf(OptionalField.class));
    }

    private Uni<ChatAnswer> attempt(
            ChatOrder order, ChatListener listener, String model, int number, Set<OptionalField> left) {
        Set<OptionalField> refused = EnumSet.copyOf(left);
        refused.addAll(book.refused(model));
        Set<OptionalField> optional = ChatBody.optional(order, model, refused);
        ChatDocument document = new ChatDocument(model, order.promptChars(), listener);
        return paid.make(
                        () -> requireTime(order),
                        order.call(),
                        slot -> send(order, model, optional, document, slot),
                        ChatAnswer::usage,
                        () -> spent(document))
                .invoke(answer -> succeeded(order, model, left))
                .onFailure(NimException.class)
                .recoverWithUni(failure -> {
                    NimFault fault = failure.fault();
                    faults.failed(model, order.purpose().label(), fault, clock.instant());
                    var failed = new RetryPlan.Attempt(model, number, optional, document.hasBegun());
                    return afterFailure(order, listener, failed, left, fault);
                });
    }

    /** It may have waited for its turn until nobody waits for it any more. */
    private void requireTime(ChatOrder order) {
        if (order.deadlines().untilFirstToken(clock.instant()).isZero()) {
            throw new NimException(new NimFault.TooSlow(NimFault.Stage.FIRST_TOKEN));
        }
    }

    private Uni<ChatAnswer> send(
            ChatOrder order, String model, Set<OptionalField> optional, ChatDocument document, Slot slot) {
        return http.orElseThrow()
                .post(
                        "chat/completions",
                        ChatBody.of(order, model, optional),
                        order.deadlines(),
                        () -> new ChatReader(document, slot::began));
    }

    private static Optional<Usage> spent(ChatDocument document) {
        return document.hasBegun() ? Optional.of(document.usage()) : Optional.empty();
    }

    private void succeeded(ChatOrder order, String model, Set<OptionalField> left) {
        book.spoke(model, clock.instant());
        faults.succeeded(model, order.purpose().label());
        if (!left.isEmpty()) {
            book.refuses(model, left);
            LOG.infof("the model %s is asked without %s from now on", model, left);
        }
    }

    private Uni<ChatAnswer> afterFailure(
            ChatOrder order, ChatListener listener, RetryPlan.Attempt failed, Set<OptionalField> left, NimFault fault) {
        Instant now = clock.instant();
        Purpose purpose = Purpose.of(order.purpose());
        if (fault instanceof NimFault.Gone gone) {
            noteGone(purpose, failed.model(), gone, now);
        }
        List<String> others = book.after(failed.model(), purpose, now);
        Duration untilLate = order.deadlines().untilFirstToken(now);
        return switch (RetryPlan.after(failed, fault, others, attempts, untilLate, chance.getAsDouble())) {
            case RetryPlan.Next.GiveUp none -> Uni.createFrom().failure(new NimException(fault));
            case RetryPlan.Next.Other other -> attempt(order, listener, other.model(), 1, none());
            case RetryPlan.Next.Without without -> {
                Set<OptionalField> more = EnumSet.copyOf(left);
                more.addAll(without.fields());
                yield attempt(order, listener, failed.model(), failed.number(), more);
            }
            case RetryPlan.Next.Again again ->
                http.orElseThrow()
                        .after(again.pause())
                        .flatMap(waited -> attempt(order, listener, failed.model(), failed.number() + 1, left));
        };
    }

    private void noteGone(Purpose purpose, String model, NimFault.Gone gone, Instant now) {
        boolean isNews = book.noteGone(model, gone.status(), now);
        if (isNews && book.listed(purpose).getFirst().equals(model)) {
            LOG.errorf(
                    "the first choice for %s, %s, is not there (%d): set NIM_LLM_MODEL to one that is",
                    purpose.label(), model, gone.status());
        }
    }

    private static Set<OptionalField> none() {
        return EnumSet.noneOf(OptionalField.class);
    }

    @PreDestroy
    void close() {
        http.ifPresent(NimHttp::close);
    }
}
