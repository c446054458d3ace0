package viva.llm.allowance;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.llm.allowance.Demands.HOUR;
import static viva.llm.allowance.Demands.MINUTE;
import static viva.llm.allowance.Demands.NOW;
import static viva.llm.allowance.Demands.SECOND;
import static viva.llm.allowance.Demands.answer;
import static viva.llm.allowance.Demands.plan;
import static viva.llm.allowance.Demands.requests;
import static viva.llm.allowance.Demands.thought;
import static viva.llm.allowance.Demands.turningPoint;

import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BooksTest {
    private int slots;

    @Test
    void answers_may_use_the_whole_window() {
        Books books = new Books(plan(requests(40)));

        assertThat(starts(books, Demands::answer)).isEqualTo(40);
        assertThat(shortage(books, answer(), NOW)).isEqualTo(Shortage.REQUESTS_A_MINUTE);
    }

    @Test
    void whatever_is_no_answer_starts_only_while_less_than_half_of_the_window_is_used() {
        assertThat(starts(new Books(plan(requests(40))), Demands::turningPoint)).isEqualTo(20);
        assertThat(starts(new Books(plan(requests(40))), Demands::thought)).isEqualTo(16);
        assertThat(starts(new Books(plan(requests(1))), Demands::thought)).isEqualTo(1);
    }

    @Test
    void it_does_not_matter_by_whom_the_window_is_used() {
        Books books = new Books(plan(requests(40)));
        for (int i = 0; i < 20; i++) {
            start(books, answer(), NOW);
        }

        assertThat(shortage(books, turningPoint(), NOW)).isEqualTo(Shortage.RESERVED);
        assertThat(shortage(books, thought(), NOW)).isEqualTo(Shortage.RESERVED);
        assertThat(starts(books, Demands::answer)).isEqualTo(20);
    }

    @Test
    void turning_points_find_a_place_when_the_rest_has_taken_all_it_may() {
        Books books = new Books(plan(requests(40)));
        starts(books, Demands::thought);

        assertThat(starts(books, Demands::turningPoint)).isEqualTo(4);
        assertThat(starts(books, Demands::answer)).isEqualTo(20);
    }

    @Test
    void a_place_is_free_sixty_seconds_after_the_response_began() {
        Books books = new Books(plan(requests(1)));
        Grant grant = start(books, answer(), NOW);

        books.began(grant, NOW + 3 * SECOND);
        books.ended(grant, 80, 0, NOW + 20 * SECOND);

        assertThat(waitFor(books, NOW + 20 * SECOND)).isEqualTo(43 * SECOND);
        assertThat(waitFor(books, NOW + 63 * SECOND - 1)).isEqualTo(1);
        start(books, answer(), NOW + 63 * SECOND);
    }

    @Test
    void a_place_is_free_sixty_seconds_after_the_attempt_failed() {
        Books books = new Books(plan(requests(1)));
        Grant grant = start(books, answer(), NOW);

        books.ended(grant, 0, 0, NOW + 5 * SECOND);

        assertThat(waitFor(books, NOW + 5 * SECOND)).isEqualTo(MINUTE);
    }

    @Test
    void a_request_that_never_ends_gives_its_place_back_all_the_same() {
        Books books = new Books(plan(requests(1)));
        start(books, answer(), NOW);

        assertThat(waitFor(books, NOW)).isEqualTo(3 * MINUTE);
        start(books, answer(), NOW + 3 * MINUTE);
    }

    @Test
    void the_wait_of_others_ends_when_the_window_is_below_their_share_again() {
        Books books = new Books(plan(requests(10)));
        for (int i = 0; i < 7; i++) {
            books.began(start(books, answer(), NOW), NOW + i * SECOND);
        }

        Decision.Wait wait = (Decision.Wait) books.admit(turningPoint(), "one more", NOW);

        assertThat(wait.micros()).isEqualTo(MINUTE + 2 * SECOND);
        start(books, turningPoint(), NOW + wait.micros());
    }

    @Test
    void tokens_count_as_reserved_until_they_are_known() {
        Books books = new Books(plan(new Allowance(0, 1_000, 0, 0, 0)));
        Grant grant = start(books, answer("anna", 900, 0), NOW);

        assertThat(shortage(books, answer("anna", 101, 0), NOW)).isEqualTo(Shortage.TOKENS_A_MINUTE);
        books.ended(grant, 300, 0, NOW + SECOND);

        start(books, answer("anna", 700, 0), NOW + SECOND);
        assertThat(shortage(books, answer("anna", 1, 0), NOW + SECOND)).isEqualTo(Shortage.TOKENS_A_MINUTE);
    }

    @Test
    void tokens_of_a_minute_are_free_with_their_place() {
        Books books = new Books(plan(new Allowance(0, 1_000, 0, 0, 0)));
        books.began(start(books, answer("anna", 1_000, 0), NOW), NOW);

        start(books, answer("anna", 1_000, 0), NOW + MINUTE);
    }

    @Test
    void a_day_is_never_shorter_than_twenty_four_hours() {
        Books books = new Books(plan(new Allowance(0, 0, 2, 0, 0)));
        start(books, answer(), NOW);
        start(books, answer(), NOW);

        assertThat(shortage(books, answer(), NOW + 24 * HOUR)).isEqualTo(Shortage.REQUESTS_A_DAY);
        start(books, answer(), NOW + 25 * HOUR);
    }

    @Test
    void tokens_and_money_of_the_day_are_corrected_to_what_was_used() {
        Books books = new Books(plan(new Allowance(0, 0, 0, 1_000, 500)));
        Grant grant = start(books, answer("anna", 600, 400), NOW);
        assertThat(shortage(books, answer("anna", 401, 1), NOW)).isEqualTo(Shortage.TOKENS_A_DAY);
        assertThat(shortage(books, answer("anna", 1, 101), NOW)).isEqualTo(Shortage.MONEY);

        books.ended(grant, 100, 50, NOW + HOUR);

        start(books, answer("anna", 900, 450), NOW + HOUR);
    }

    @Test
    void nothing_is_charged_for_an_attempt_that_failed_but_the_attempt() {
        Books books = new Books(plan(new Allowance(0, 0, 2, 1_000, 500)));
        books.ended(start(books, answer("anna", 1_000, 500), NOW), 0, 0, NOW);

        Consumption.Scope world = books.read(NOW).world();

        assertThat(world).isEqualTo(new Consumption.Scope(1, 0, 1, 0, 0));
    }

    @Test
    void an_owner_has_a_share_of_its_own_and_cannot_take_that_of_another() {
        Books books = new Books(plan(requests(40), requests(3), Map.of()));

        for (int i = 0; i < 3; i++) {
            start(books, answer("anna", 1, 0), NOW);
        }

        assertThat(shortage(books, answer("anna", 1, 0), NOW)).isEqualTo(Shortage.OWNER);
        start(books, answer("bert", 1, 0), NOW);
    }

    @Test
    void a_purpose_has_a_limit_of_its_own() {
        Books books = new Books(plan(requests(40), Allowance.UNLIMITED, Map.of("thought", requests(5))));

        assertThat(starts(books, Demands::thought)).isEqualTo(2);
        start(books, turningPoint(), NOW);
    }

    @Test
    void after_a_request_to_slow_down_the_limit_halves_and_comes_back_slowly() {
        Books books = new Books(plan(requests(40)));
        Grant grant = start(books, answer(), NOW);
        books.ended(grant, 0, 0, NOW);

        books.slowDown(grant, 7 * SECOND, NOW);

        assertThat(books.admit(answer(), "early", NOW + 6 * SECOND))
                .isEqualTo(new Decision.Wait(Shortage.THROTTLED, SECOND));
        assertThat(starts(books, Demands::answer, NOW + 7 * SECOND)).isEqualTo(19);
        assertThat(starts(books, Demands::answer, NOW + 5 * MINUTE)).isEqualTo(30);
    }

    @Test
    void what_is_withdrawn_was_never_there() {
        Books books = new Books(plan(requests(1)));

        books.withdraw(start(books, answer(), NOW));

        assertThat(books.read(NOW).world()).isEqualTo(new Consumption.Scope(0, 0, 0, 0, 0));
        start(books, answer(), NOW);
    }

    @Test
    void ending_a_request_whose_place_was_given_free_long_ago_still_corrects_the_day() {
        Books books = new Books(plan(requests(40)));
        Grant grant = start(books, answer("anna", 100, 10), NOW);

        start(books, answer("anna", 1, 0), NOW + 4 * MINUTE);
        books.ended(grant, 70, 7, NOW + 5 * MINUTE);

        assertThat(books.read(NOW + 5 * MINUTE).world()).isEqualTo(new Consumption.Scope(1, 1, 2, 71, 7));
    }

    private int starts(Books books, Supplier<Demand> demand) {
        return starts(books, demand, NOW);
    }

    private int starts(Books books, Supplier<Demand> demand, long now) {
        int started = 0;
        while (books.admit(demand.get(), "slot " + slots++, now) instanceof Decision.Start) {
            started++;
        }
        return started;
    }

    private Grant start(Books books, Demand demand, long now) {
        Decision decision = books.admit(demand, "slot " + slots++, now);
        assertThat(decision).isInstanceOf(Decision.Start.class);
        return ((Decision.Start) decision).grant();
    }

    private Shortage shortage(Books books, Demand demand, long now) {
        Decision decision = books.admit(demand, "slot " + slots++, now);
        assertThat(decision).isInstanceOf(Decision.Wait.class);
        return ((Decision.Wait) decision).shortage();
    }

    private long waitFor(Books books, long now) {
        return ((Decision.Wait) books.admit(answer(), "slot " + slots++, now)).micros();
    }
}
