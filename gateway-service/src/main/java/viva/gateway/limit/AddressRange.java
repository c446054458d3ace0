package viva.gateway.limit;

/** Addresses that begin with the same bits (RFC 4632). */
final class AddressRange {
    private final byte[] base;
    private final int bits;

    private AddressRange(byte[] base, int bits) {
        this.base = base;
        this.bits = bits;
    }

    /**
     * Reads {@code 10.0.0.0/8}, {@code fd00::/8} or a single address.
     *
     * @throws IllegalArgumentException when it is none of these; the message repeats it
     */
    static AddressRange parse(String text) {
        String[] parts = text.strip().split("/", 2);
        byte[] base = Network.bytes(parts[0])
                .orElseThrow(() -> new IllegalArgumentException("must be like 10.0.0.0/8: " + text));
        int bits = parts.length == 1 ? base.length * Byte.SIZE : number(parts[1], text);
        if (bits < 0 || bits > base.length * Byte.SIZE) {
            throw new IllegalArgumentException("has more bits than its address: " + text);
        }
        return new AddressRange(base, bits);
    }

    boolean contains(byte[] address) {
        if (address.length != base.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if ((address[bit / Byte.SIZE] & mask) != (base[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static int number(String digits, String text) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("must be like 10.0.0.0/8: " + text, notANumber);
        }
    }
}
