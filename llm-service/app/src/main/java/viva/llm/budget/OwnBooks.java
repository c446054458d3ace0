package viva.llm.budget;

import java.time.InstantSource;
import viva.llm.allowance.AllowancePlan;
import viva.llm.allowance.Books;
import viva.llm.allowance.Consumption;
import viva.llm.allowance.Decision;
import viva.llm.allowance.Demand;
import viva.llm.allowance.Grant;

/** What this process itself has started, so that it can go on by its share when the shared books are away. Safe for concurrent use. */
final class OwnBooks {
    private static final long MICROS = 1_000;

    private final AllowancePlan plan;
    private final Books books;
    private final InstantSource clock;

    OwnBooks(AllowancePlan plan, InstantSource clock) {
        this.plan = plan;
        this.books = new Books(plan);
        this.clock = clock;
    }

    /** Whether a request may start by the share of one of {@code processes}. */
    synchronized Decision admit(Demand demand, String slot, int processes) {
        return books.admit(demand, slot, now(), plan.dividedBy(processes));
    }

    /** Notes one that the shared books let start. */
    synchronized Grant note(Demand demand, String slot) {
        Grant grant = new Grant(slot, demand, now());
        books.note(grant);
        return grant;
    }

    synchronized void began(Grant grant) {
        books.began(grant, now());
    }

    synchronized void ended(Grant grant, long tokens, long micros) {
        books.ended(grant, tokens, micros, now());
    }

    synchronized void slowDown(Grant grant, long pause) {
        books.ended(grant, 0, 0, now());
        books.slowDown(grant, pause, now());
    }

    synchronized void withdraw(Grant grant) {
        books.withdraw(grant);
    }

    synchronized Consumption read() {
        return books.read(now());
    }

    private long now() {
        return clock.millis() * MICROS;
    }
}
