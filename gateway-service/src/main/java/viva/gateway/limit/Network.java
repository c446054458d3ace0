package viva.gateway.limit;

import io.netty.util.NetUtil;
import java.util.HexFormat;

/** Who shares a limit: an IPv4 address, or the first 64 bits of an IPv6 address, which one line may number as it likes. */
public record Network(String text) {
    private static final Network UNKNOWN = new Network("unknown");
    private static final int IPV4_BYTES = 4;
    private static final int IPV6_LINE_BYTES = 8;

    /** The network of an address as text. */
    public static Network of(String address) {
        byte[] bytes = address == null ? null : NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return UNKNOWN;
        }
        return bytes.length == IPV4_BYTES
                ? new Network(address)
                : new Network(HexFormat.of().formatHex(bytes, 0, IPV6_LINE_BYTES) + "/64");
    }
}
