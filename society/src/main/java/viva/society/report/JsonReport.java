package viva.society.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import viva.contracts.Json;
import viva.society.figure.Figure;

/** The report as JSON. What depends on the machine stands apart from what depends on the seed. */
final class JsonReport {
    private static final ObjectMapper MAPPER = Json.mapper();

    private JsonReport() {}

    static String of(Report report) {
        ObjectNode root = MAPPER.createObjectNode();
        root.putObject("world")
                .put("avatars", report.plan().avatars())
                .put("days", report.plan().days())
                .put("seed", report.plan().seed())
                .put("start", report.plan().start().toString())
                .put("end", report.plan().end().toString());
        root.put("world_hash", report.worldHash());
        root.put("ticks", report.ticks())
                .put("conversations", report.conversations().count());
        if (report.conversations().count() > 0) {
            root.set(
                    "conversation_means",
                    MAPPER.valueToTree(report.conversations().means()));
        }
        root.set("invitations", MAPPER.valueToTree(report.conversations().answers()));
        ObjectNode bonds = root.putObject("bonds");
        report.bonds().forEach((status, count) -> bonds.put(status.label(), count));
        root.putObject("machine")
                .put("seconds", report.seconds())
                .put("threads", report.threads())
                .put("ticks_per_second", report.ticks() / report.seconds());
        root.set("unlike_the_service", MAPPER.valueToTree(Report.UNLIKE_THE_SERVICE));
        var figures = root.putArray("figures");
        report.findings().figures().forEach(figure -> figures.add(node(figure)));
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always JSON", e);
        }
    }

    private static ObjectNode node(Figure figure) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("name", figure.name()).put("label", figure.label());
        put(node, "value", figure.value());
        put(node, "margin", figure.margin());
        node.put("unit", figure.unit());
        ObjectNode expected = node.putObject("expected");
        put(expected, "low", figure.low());
        put(expected, "high", figure.high());
        node.put("verdict", figure.verdict().name().toLowerCase(Locale.ROOT))
                .put("source", figure.source())
                .put("detail", figure.detail());
        return node;
    }

    private static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }
}
