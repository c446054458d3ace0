package viva.system;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import viva.platform.testkit.Recorder;

/** A collector of traces that speaks OTLP over HTTP, as far as the ids and names of spans go. */
final class Collector implements AutoCloseable {
    /** How a span's encoding begins: field 1, sixteen bytes of trace; field 2, eight bytes of span. */
    private static final int TRACE = 0x0a;

    private static final int TRACE_LENGTH = 16;
    private static final int SPAN = 0x12;
    private static final int SPAN_LENGTH = 8;
    /** Fields 3 and 4, the trace's state and the parent: what may stand before the name. */
    private static final int STATE = 0x1a;

    private static final int PARENT = 0x22;
    /** Field 5, the name; one of less than 128 bytes has one byte of length. */
    private static final int NAME = 0x2a;

    private static final int OK = 200;

    private final HttpServer server;
    private final Recorder<Span> spans = new Recorder<>();

    /** A span that arrived. */
    record Span(String trace, String name) {}

    private Collector(HttpServer server) {
        this.server = server;
    }

    static Collector start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Collector collector = new Collector(server);
        server.createContext("/v1/traces", exchange -> {
            collector.read(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(OK, -1);
            exchange.close();
        });
        server.start();
        return collector;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The names of all spans of one trace. */
    Set<String> spansOf(String trace) {
        return spans.snapshot(span -> span.trace.equals(trace)).stream()
                .map(Span::name)
                .collect(Collectors.toSet());
    }

    /** The traces with a span of this name. */
    List<String> tracesWith(String name) {
        return spans.snapshot(span -> span.name.equals(name)).stream()
                .map(Span::trace)
                .toList();
    }

    private void read(byte[] body) {
        int head = 2 + TRACE_LENGTH + 2 + SPAN_LENGTH;
        for (int at = 0; at + head < body.length; at++) {
            if (body[at] == TRACE
                    && body[at + 1] == TRACE_LENGTH
                    && body[at + 2 + TRACE_LENGTH] == SPAN
                    && body[at + 3 + TRACE_LENGTH] == SPAN_LENGTH) {
                String trace = HexFormat.of().formatHex(body, at + 2, at + 2 + TRACE_LENGTH);
                spans.accept(new Span(trace, name(body, at + head)));
            }
        }
    }

    /** Reads on, field by field, until the name; empty when it is no span. */
    private static String name(byte[] body, int from) {
        int at = from;
        while (at + 1 < body.length) {
            int tag = body[at] & 0xff;
            int length = body[at + 1] & 0xff;
            if (tag == NAME) {
                return at + 2 + length <= body.length ? new String(body, at + 2, length, StandardCharsets.UTF_8) : "";
            }
            if (tag != STATE && tag != PARENT) {
                return "";
            }
            at += 2 + length;
        }
        return "";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
