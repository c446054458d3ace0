package viva.gateway.phoenix;

/** Sizes of texts as they travel. */
final class Utf8 {
    private Utf8() {}

    /** The bytes of a text in UTF-8, counted without encoding it. */
    static int length(String text) {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7f) {
                bytes += c > 0x7ff && !Character.isSurrogate(c) ? 2 : 1;
            }
        }
        return bytes;
    }
}
