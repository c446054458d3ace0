package viva.gateway.limit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the address that a request came from behind proxies. Each proxy adds to X-Forwarded-For where its own request came from, so the
 * header is read from its end, for as long as the one who wrote it is trusted. What a client put there itself is never reached.
 */
final class TrustedProxies {
    /** More proxies than that are nobody's; the header is the client's to fill. */
    private static final int MOST_HOPS = 16;

    private static final Pattern WITH_PORT = Pattern.compile("([0-9.]+|\\[[^\\]]*])(?::[0-9]{1,5})?");

    private final List<AddressRange> ranges;

    /** @throws IllegalArgumentException when a range is malformed */
    TrustedProxies(List<String> ranges) {
        this.ranges = ranges.stream().map(AddressRange::parse).toList();
    }

    /**
     * The address of the client.
     *
     * @param peer the other end of the connection
     * @param forwarded every X-Forwarded-For of the request, in order
     */
    String client(String peer, List<String> forwarded) {
        String client = peer;
        List<String> hops = hops(forwarded);
        for (int i = 0; i < MOST_HOPS && !hops.isEmpty() && isTrusted(client); i++) {
            String before = hops.removeLast();
            if (Network.bytes(before).isEmpty()) {
                return client;
            }
            client = before;
        }
        return client;
    }

    private boolean isTrusted(String address) {
        return Network.bytes(address).stream()
                .anyMatch(bytes -> ranges.stream().anyMatch(range -> range.contains(bytes)));
    }

    private static List<String> hops(List<String> forwarded) {
        List<String> hops = new ArrayList<>();
        forwarded.forEach(header -> hops.addAll(Arrays.asList(header.split(",", -1))));
        hops.replaceAll(TrustedProxies::withoutPort);
        return hops;
    }

    /** Some proxies write a port behind the address, as {@code 192.0.2.7:50000} or {@code [2001:db8::1]:50000}. */
    private static String withoutPort(String hop) {
        Matcher withPort = WITH_PORT.matcher(hop.strip());
        return withPort.matches() ? withPort.group(1) : hop.strip();
    }
}
