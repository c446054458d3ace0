package viva.llm.allowance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The requests of one process, and whether another one may start. Not safe for concurrent use. Instants are microseconds since any
 * epoch, and never run backwards by more than a place may be held.
 */
public final class Books {
    private static final String WORLD = "world";
    private static final String PURPOSE = "purpose:";
    private static final String OWNER = "owner:";
    private static final int FORGET_EVERY = 256;

    private final AllowancePlan plan;
    private final Map<String, Book> books = new HashMap<>();
    private Throttle throttle = Throttle.NONE;
    private int sinceForgotten;

    public Books(AllowancePlan plan) {
        this.plan = plan;
    }

    /** One account, with the limits that hold for it and what a shortage of it is called. */
    private record Account(Book book, Allowance allowance, Optional<Shortage> called) {
        Optional<Decision.Wait> shortage(Demand demand, long now) {
            return book.shortage(allowance, demand, now)
                    .map(wait -> new Decision.Wait(called.orElse(wait.shortage()), wait.micros()));
        }
    }

    /** Whether a request may start now, by the plan. It has its place if so. */
    public Decision admit(Demand demand, String slot, long now) {
        return admit(demand, slot, now, plan);
    }

    /** As {@link #admit(Demand, String, long)}, by limits that differ from the plan, such as a share of them. */
    public Decision admit(Demand demand, String slot, long now, AllowancePlan limits) {
        forgetIdle(now);
        if (now < throttle.pausedUntil()) {
            return new Decision.Wait(Shortage.THROTTLED, throttle.pausedUntil() - now);
        }
        List<Account> accounts = accounts(demand, limits, throttle.factorAt(now, plan.throttle()));
        accounts.forEach(account -> account.book().forget(now));
        Optional<Decision.Wait> wait = accounts.stream()
                .flatMap(account -> account.shortage(demand, now).stream())
                .findFirst();
        if (wait.isPresent()) {
            return wait.get();
        }
        Grant grant = new Grant(slot, demand, now);
        note(grant);
        return new Decision.Start(grant);
    }

    /** Takes a place that was decided on elsewhere. */
    public void note(Grant grant) {
        of(grant.demand()).forEach(book -> book.take(grant, grant.at() + plan.holdMicros() + plan.slotMicros()));
    }

    /** The response began. */
    public void began(Grant grant, long now) {
        of(grant.demand()).forEach(book -> book.shorten(grant, now + plan.slotMicros()));
    }

    /** It ended, well or not. */
    public void ended(Grant grant, long tokens, long micros, long now) {
        of(grant.demand()).forEach(book -> {
            book.shorten(grant, now + plan.slotMicros());
            book.correct(grant, tokens, micros);
        });
    }

    /** It never started after all. */
    public void withdraw(Grant grant) {
        of(grant.demand()).forEach(book -> book.withdraw(grant));
    }

    /** The server wants fewer requests, and none for {@code pause}. */
    public void slowDown(Grant grant, long pause, long now) {
        throttle = throttle.shrunk(grant.at(), pause, now, plan.throttle());
    }

    /** How things stand. */
    public Consumption read(long now) {
        return new Consumption(now, of(WORLD, now), purposes(now), throttle);
    }

    private Map<String, Consumption.Scope> purposes(long now) {
        Map<String, Consumption.Scope> found = new HashMap<>();
        List.copyOf(books.keySet()).stream()
                .filter(name -> name.startsWith(PURPOSE))
                .forEach(name -> found.put(name.substring(PURPOSE.length()), of(name, now)));
        return found;
    }

    private Consumption.Scope of(String name, long now) {
        Book book = book(name);
        book.forget(now);
        Book.Used day = book.day();
        return new Consumption.Scope(book.requests(), book.tokens(), day.requests(), day.tokens(), day.micros());
    }

    /** In the order in which they are asked. */
    private List<Account> accounts(Demand demand, AllowancePlan limits, double factor) {
        List<Account> accounts = new ArrayList<>();
        accounts.add(new Account(book(WORLD), limits.world().slowedTo(factor), Optional.empty()));
        accounts.add(new Account(book(PURPOSE + demand.purpose()), limits.purpose(demand.purpose()), Optional.empty()));
        if (demand.owner() != null) {
            accounts.add(new Account(book(OWNER + demand.owner()), limits.owner(), Optional.of(Shortage.OWNER)));
        }
        return accounts;
    }

    private Stream<Book> of(Demand demand) {
        return accounts(demand, plan, 1).stream().map(Account::book);
    }

    private Book book(String name) {
        return books.computeIfAbsent(name, key -> new Book());
    }

    /** Owners who did nothing for a day take no memory. */
    private void forgetIdle(long now) {
        if (++sinceForgotten >= FORGET_EVERY) {
            sinceForgotten = 0;
            books.values().removeIf(book -> {
                book.forget(now);
                return book.isEmpty();
            });
        }
    }
}
