package viva.load.measure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import viva.platform.servers.ServerFailure;

/**
 * What a life process says at {@code /q/metrics}. Values with several labels are added up; of the lag the longest counts.
 */
public record LifeMetrics(Map<String, Double> values) {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration LIMIT = Duration.ofSeconds(20);

    public LifeMetrics {
        values = Map.copyOf(values);
    }

    /** Asks the process with this management address. */
    public static LifeMetrics of(URI management) {
        HttpRequest question = HttpRequest.newBuilder(management.resolve("/q/metrics"))
                .timeout(LIMIT)
                .build();
        try {
            return parse(
                    CLIENT.send(question, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new ServerFailure("The life service does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted", e);
        }
    }

    /** Reads the Prometheus text format. */
    static LifeMetrics parse(String text) {
        Map<String, Double> values = new HashMap<>();
        // Behind a value may stand the trace that it was counted in last.
        text.lines()
                .map(line -> line.split(" # ", 2)[0])
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .forEach(line -> {
                    int end = line.lastIndexOf(' ');
                    int labels = line.indexOf('{');
                    String name = line.substring(0, labels < 0 ? end : labels);
                    values.merge(name, Double.parseDouble(line.substring(end + 1)), Double::sum);
                });
        return new LifeMetrics(values);
    }

    /** The two together, for two processes. */
    public LifeMetrics and(LifeMetrics other) {
        Map<String, Double> sum = new HashMap<>(values);
        other.values.forEach((name, value) -> sum.merge(name, value, name.endsWith("_max") ? Math::max : Double::sum));
        return new LifeMetrics(sum);
    }

    private double get(String name) {
        return values.getOrDefault(name, 0.0);
    }

    public double ticks() {
        return get("viva_life_ticks_total");
    }

    /** Ticks that were lived more than 5 s after they were due. */
    public double lateTicks() {
        return get("viva_life_ticks_late_total");
    }

    /** Real seconds; the longest of the last two minutes. */
    public double longestLag() {
        return get("viva_life_tick_lag_seconds_max");
    }

    public double checkpointed() {
        return get("viva_life_checkpointed_total");
    }

    public double inputs() {
        return get("viva_life_inputs_total");
    }

    public double residents() {
        return get("viva_life_residents");
    }

    public double shardsLiving() {
        return get("viva_life_shards_living");
    }

    /** Seconds for which the collector stopped everything, since the start. */
    public double pauses() {
        return get("jvm_gc_pause_seconds_sum");
    }

    public double longestPause() {
        return get("jvm_gc_pause_seconds_max");
    }

    /** Milliseconds. */
    public double outboxLag() {
        return 1_000 * get("viva_outbox_lag_seconds");
    }
}
