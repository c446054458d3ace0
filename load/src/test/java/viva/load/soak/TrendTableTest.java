package viva.load.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrendTableTest {
    private static final Trend MEMORY =
            new Trend(new Watched(Kind.MEMORY, "life"), new Line(412.34, .001), Verdict.FLAT);
    private static final Trend EMPTY =
            new Trend(new Watched(Kind.QUEUE, "gateway.timeline"), new Line(.2, 0), Verdict.FLAT);
    private static final Trend BUSY =
            new Trend(new Watched(Kind.QUEUE, "life.shard.7"), new Line(40, .1), Verdict.GROWS);
    private static final Trend ANSWERS =
            new Trend(new Watched(Kind.ROWS, "life.answer"), new Line(3_000, .5), Verdict.GROWS);
    private static final Trend SAMPLES =
            new Trend(new Watched(Kind.ROWS, "life.mind_sample"), new Line(9_000, 2), Verdict.TOO_SHORT);
    private static final Trend BLOCKS = new Trend(new Watched(Kind.ROWS, "life.block"), new Line(0, 0), Verdict.FLAT);
    private static final Trend SIZE =
            new Trend(new Watched(Kind.MEGABYTES, "life.answer"), new Line(2, .0005), Verdict.FLAT);
    private static final Trend BONDS =
            new Trend(new Watched(Kind.ROWS, "relationship.bond"), new Line(200, 0), Verdict.FLAT);

    @Test
    void the_table_says_what_grows_and_how_fast() {
        String text = new TrendTable(2_000, false).of(List.of(MEMORY, EMPTY, BUSY, ANSWERS, BLOCKS, SAMPLES, SIZE));

        assertThat(text.lines()
                        .map(CharSequence::toString)
                        .map(line -> line.replaceAll(" +", " ").strip()))
                .containsExactly(
                        "mean % in 5 min",
                        "life 412.3 0.07 flat MB",
                        "life.shard.7 40.0 75.00 grows messages",
                        "Queues that hold less than one message on average: 1",
                        "",
                        "mean % in 5 min rows/h an avatar MB MB/h",
                        "life.answer 3,000.0 5.00 grows 1,800.0 0.900 2.0 1.8",
                        "life.mind_sample 9,000.0 6.67 too short 7,200.0 3.600 0.0 0.0",
                        "Tables that hold nothing: 1");
    }

    @Test
    void growth_comes_to_population_times_rate_times_retention() {
        String text = new TrendTable(2_000, true).of(List.of(ANSWERS, BONDS));

        assertThat(text.lines().map(line -> line.replaceAll(" +", " ").strip()))
                .contains(
                        "life.answer 3,000.0 5.00 grows 1,800.0 0.900 0.0 0.0 30d 1,296,000",
                        "relationship.bond 200.0 0.00 flat 0.0 0.000 0.0 0.0 - -");
    }
}
