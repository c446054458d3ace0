package viva.load.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import viva.load.command.Soak;

class FindingsTest {
    private static final Run GOOD = new Run(30, 0, List.of(), Map.of("202", 1_800));
    private static final Trend STEADY = rows("life.answer", Verdict.FLAT);
    private static final Trend GROWING = rows("gateway.timeline", Verdict.GROWS);
    private static final Trend JOURNAL = rows("life.journal", Verdict.TOO_SHORT);
    private static final Trend EXPENSES = rows("llm.expense", Verdict.TOO_SHORT);

    @Test
    void a_world_that_was_judged_and_does_not_grow_is_flat() {
        Findings flat = findings(GOOD, STEADY);

        assertThat(flat.isFlat()).isTrue();
        assertThat(flat.exitCode()).isZero();
        assertThat(flat.lines()).containsExactly("Nothing grows.");
    }

    @Test
    void growth_is_a_fault_whatever_else_was_not_judged() {
        Findings growing = findings(GOOD, STEADY, GROWING, JOURNAL);

        assertThat(growing.exitCode()).isEqualTo(Findings.FAULTY);
        assertThat(growing.lines()).first().isEqualTo("Grows: gateway.timeline.");
    }

    @Test
    void a_restart_is_a_fault() {
        Findings restarted = findings(new Run(30, 0, List.of("life at 3.5 min"), Map.of("202", 9)), STEADY);

        assertThat(restarted.exitCode()).isEqualTo(Findings.FAULTY);
        assertThat(restarted.lines()).containsExactly("Started again: life at 3.5 min. ./viva logs says why.");
    }

    @Test
    void messages_that_were_refused_are_a_fault() {
        Findings refused = findings(new Run(30, 0, List.of(), Map.of("202", 1_790, "429", 8)), STEADY);
        Findings unanswered = findings(new Run(30, 0, List.of(), Map.of("202", 1_790, "no answer", 2)), STEADY);

        assertThat(refused.exitCode()).isEqualTo(Findings.FAULTY);
        assertThat(refused.lines())
                .singleElement()
                .asString()
                .startsWith("Messages of owners that were refused, by status: 429 (8). ")
                .contains("./viva logs gateway", "--pause", "--talkers");
        assertThat(unanswered.exitCode()).isEqualTo(Findings.FAULTY);
    }

    @Test
    void a_run_that_missed_samples_has_not_judged_everything() {
        Findings holes = findings(new Run(30, 3, List.of(), Map.of("202", 9)), STEADY);
        Findings blind = findings(new Run(30, 20, List.of(), Map.of("202", 9)));

        assertThat(holes.exitCode()).isEqualTo(Findings.NOT_JUDGED);
        assertThat(holes.lines())
                .containsExactly(
                        "Samples that were missed: 3, each with its reason above. Mend that, and run it again.");
        assertThat(blind.isFlat()).isFalse();
    }

    @Test
    void what_was_not_measured_each_time_is_not_judged() {
        Findings gone = Findings.of(
                List.of(STEADY),
                List.of(new Watched(Kind.MEMORY, "llm"), new Watched(Kind.QUEUE, "llm.dead")),
                GOOD,
                Set.of());

        assertThat(gone.exitCode()).isEqualTo(Findings.NOT_JUDGED);
        assertThat(gone.lines()).singleElement().asString().startsWith("Not measured each time: llm, llm.dead. ");
    }

    @Test
    void a_run_too_short_for_a_table_says_so_and_how_long_it_takes() {
        assertThat(findings(GOOD, STEADY, JOURNAL).exitCode()).isEqualTo(Findings.NOT_JUDGED);
        assertThat(findings(GOOD, STEADY, JOURNAL).lines())
                .containsExactly("Not judged, as the run was too short: life.journal."
                        + " Let it run for --minutes 240, or name them by --unjudged.");
        assertThat(findings(GOOD, STEADY, JOURNAL, EXPENSES).lines())
                .singleElement()
                .asString()
                .contains("life.journal, llm.expense", "--minutes 5760");
    }

    @Test
    void tables_that_need_not_be_judged_are_told_and_no_gap() {
        Findings excused =
                Findings.of(List.of(STEADY, JOURNAL, EXPENSES), List.of(), GOOD, Set.of("life.journal", "llm.expense"));

        assertThat(excused.exitCode()).isZero();
        assertThat(excused.lines())
                .containsExactly(
                        "Nothing grows of what was judged.",
                        "Not judged, as --unjudged has it: life.journal, llm.expense.");
        assertThat(Findings.of(List.of(GROWING), List.of(), GOOD, Set.of("gateway.timeline"))
                        .exitCode())
                .isEqualTo(Findings.FAULTY);
    }

    @Test
    void a_run_of_less_than_ten_minutes_judges_nothing() {
        Findings brief = findings(new Run(9.9, 0, List.of(), Map.of("202", 9)), STEADY, GROWING, JOURNAL);

        assertThat(brief.exitCode()).isEqualTo(Findings.NOT_JUDGED);
        assertThat(brief.lines()).singleElement().asString().startsWith("Nothing was judged: ");
    }

    @Test
    void the_command_takes_tables_that_need_not_be_judged_and_tells_how_it_ends() {
        CommandLine soak = new CommandLine(new Soak());

        assertThat(soak.parseArgs("--flat", "--unjudged", "life.journal,llm.expense")
                        .errors())
                .isEmpty();
        assertThat(soak.getUsageMessage()).contains("  " + Findings.FAULTY + "  ", "  " + Findings.NOT_JUDGED + "  ");
    }

    private static Findings findings(Run run, Trend... trends) {
        return Findings.of(List.of(trends), List.of(), run, Set.of());
    }

    private static Trend rows(String table, Verdict verdict) {
        return new Trend(new Watched(Kind.ROWS, table), new Line(1_000, 0), verdict);
    }
}
