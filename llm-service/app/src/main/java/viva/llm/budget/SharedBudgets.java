package viva.llm.budget;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import viva.llm.allowance.Coordination.Course;
import viva.llm.allowance.Decision;
import viva.llm.allowance.Demand;
import viva.llm.allowance.Grant;
import viva.llm.allowance.Shortage;

/**
 * The budgets that all processes share. An answer to an owner waits for its place, for a while; everything else learns at once that
 * there is none. While the shared books are away, {@link viva.llm.allowance.Coordination} says what to do.
 */
final class SharedBudgets implements Budgets {
    /** So that those who wait for the same place do not ask again without end. */
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(20);

    private final BudgetSlot.Bookkeeping books;
    private final Footing footing;
    private final Duration answerWait;

    SharedBudgets(BudgetSlot.Bookkeeping books, Footing footing, Duration answerWait) {
        this.books = books;
        this.footing = footing;
        this.answerWait = answerWait;
    }

    @Override
    public Uni<Admission> admit(Call call) {
        return Uni.createFrom().deferred(() -> {
            long began = System.nanoTime();
            Duration patience = call.purpose() == CallPurpose.ANSWER ? answerWait : Duration.ZERO;
            return ask(new Question(call, books.rules().demand(call), began, patience))
                    .invoke(admission -> books.metrics().decided(call, admission, since(began)));
        });
    }

    private record Question(Call call, Demand demand, long began, Duration patience) {
        Duration left() {
            return patience.minus(since(began));
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Asks again when a place comes free within the question's patience. */
    private Uni<Admission> ask(Question question) {
        return decide(question).flatMap(admission -> switch (admission) {
            case Admission.Refused refused
            when isWorthWaiting(refused, question) ->
                Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(atLeast(refused.retryAfter()))
                        .flatMap(waited -> ask(question));
            case Admission.Refused refused -> Uni.createFrom().item(refused);
            case Admission.Granted granted -> Uni.createFrom().item(granted);
        });
    }

    private static boolean isWorthWaiting(Admission.Refused refused, Question question) {
        return refused.retryAfter().isPositive()
                && atLeast(refused.retryAfter()).compareTo(question.left()) <= 0;
    }

    private static Duration atLeast(Duration wait) {
        return wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
    }

    private Uni<Admission> decide(Question question) {
        String slot = UUID.randomUUID().toString();
        return switch (footing.course()) {
            case Course.AskShared ask -> shared(question, slot);
            case Course.OwnShare(int processes) -> Uni.createFrom().item(own(question, slot, processes));
            case Course.Both(int processes) -> both(question, slot, processes);
            case Course.Stop(long micros) -> Uni.createFrom().item(unknown(micros));
        };
    }

    private Uni<Admission> shared(Question question, String slot) {
        return books.shared()
                .admit(question.demand(), slot)
                .map(decision -> switch (decision) {
                    case Decision.Start(Grant grant) ->
                        granted(question, books.own().note(question.demand(), slot), Optional.of(grant));
                    case Decision.Wait wait -> refused(wait);
                })
                .onFailure()
                .recoverWithUni(missed -> withoutShared(question, slot));
    }

    private Uni<Admission> both(Question question, String slot, int processes) {
        return switch (books.own().admit(question.demand(), slot, processes)) {
            case Decision.Wait wait -> Uni.createFrom().item(refused(wait));
            case Decision.Start(Grant own) ->
                books.shared()
                        .admit(question.demand(), slot)
                        .map(decision -> switch (decision) {
                            case Decision.Start(Grant grant) -> granted(question, own, Optional.of(grant));
                            case Decision.Wait wait -> withdrawn(own, refused(wait));
                        })
                        .onFailure()
                        .recoverWithItem(missed -> withdrawn(own, unknown(0)));
        };
    }

    /** The books were lost just now, by this very question. */
    private Uni<Admission> withoutShared(Question question, String slot) {
        return Uni.createFrom()
                .item(
                        footing.course() instanceof Course.OwnShare(int processes)
                                ? own(question, slot, processes)
                                : unknown(0));
    }

    private Admission own(Question question, String slot, int processes) {
        return switch (books.own().admit(question.demand(), slot, processes)) {
            case Decision.Start(Grant grant) -> granted(question, grant, Optional.empty());
            case Decision.Wait wait -> refused(wait);
        };
    }

    private Admission withdrawn(Grant own, Admission instead) {
        books.own().withdraw(own);
        return instead;
    }

    private Admission granted(Question question, Grant own, Optional<Grant> shared) {
        return new Admission.Granted(new BudgetSlot(question.call(), own, shared, books));
    }

    private static Admission unknown(long micros) {
        return new Admission.Refused(Admission.Reason.UNKNOWN, duration(micros));
    }

    private static Admission refused(Decision.Wait wait) {
        return new Admission.Refused(reason(wait.shortage()), duration(wait.micros()));
    }

    private static Duration duration(long micros) {
        return Duration.ofNanos(micros * 1_000);
    }

    private static Admission.Reason reason(Shortage shortage) {
        return switch (shortage) {
            case REQUESTS_A_MINUTE -> Admission.Reason.REQUESTS_A_MINUTE;
            case REQUESTS_A_DAY -> Admission.Reason.REQUESTS_A_DAY;
            case TOKENS_A_MINUTE -> Admission.Reason.TOKENS_A_MINUTE;
            case TOKENS_A_DAY -> Admission.Reason.TOKENS_A_DAY;
            case MONEY -> Admission.Reason.MONEY;
            case OWNER -> Admission.Reason.OWNER;
            case RESERVED -> Admission.Reason.RESERVED;
            case THROTTLED -> Admission.Reason.THROTTLED;
        };
    }
}
