package viva.gateway.limit;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Who shares a limit: an IPv4 address, or the first 64 bits of an IPv6 address, because a single line is given at least as many
 * addresses as the rest can name (RFC 6177; RFC 4291, 2.5.4).
 */
public record Network(String text) {
    /** Everybody whose address is not known. */
    public static final Network UNKNOWN = new Network("unknown");

    private static final int IPV4_BYTES = 4;
    private static final int IPV4_MAPPED_PREFIX = 12;
    private static final int IPV6_SHARED_BYTES = 8;

    /** The network of an address as text; {@link #UNKNOWN} when it is none. */
    public static Network of(String address) {
        return bytes(address).map(Network::of).orElse(UNKNOWN);
    }

    private static Network of(byte[] address) {
        HexFormat hex = HexFormat.of();
        return address.length == IPV4_BYTES
                ? new Network(NetUtil.bytesToIpAddress(address))
                : new Network(hex.formatHex(address, 0, IPV6_SHARED_BYTES) + "/64");
    }

    /** The 4 or 16 bytes of an address; an IPv4 address that is written as an IPv6 address (RFC 4291, 2.5.5.2) has 4. */
    static Optional<byte[]> bytes(String address) {
        byte[] bytes = address == null ? null : NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return Optional.empty();
        }
        return Optional.of(isMapped(bytes) ? Arrays.copyOfRange(bytes, IPV4_MAPPED_PREFIX, bytes.length) : bytes);
    }

    private static boolean isMapped(byte[] address) {
        if (address.length == IPV4_BYTES) {
            return false;
        }
        for (int i = 0; i < IPV4_MAPPED_PREFIX; i++) {
            if (address[i] != (i < IPV4_MAPPED_PREFIX - 2 ? 0 : (byte) 0xff)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return text;
    }
}
