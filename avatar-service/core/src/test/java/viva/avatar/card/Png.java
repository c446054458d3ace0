package viva.avatar.card;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A picture of one pixel with chunks as a test wants them. */
public final class Png {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Png() {
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    }

    /** The signature and the header. */
    public static Png begun() {
        return new Png().chunk("IHDR", new byte[] {0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0});
    }

    /** The pixel. */
    public Png pixel() {
        return chunk("IDAT", deflated(new byte[] {0, 0}));
    }

    public byte[] ended() {
        return chunk("IEND", new byte[0]).bytes();
    }

    public byte[] bytes() {
        return out.toByteArray();
    }

    public Png text(String keyword, String text) {
        return chunk("tEXt", joined(latin(keyword), new byte[1], latin(text)));
    }

    public Png compressedText(String keyword, String text) {
        return chunk("zTXt", joined(latin(keyword), new byte[2], deflated(latin(text))));
    }

    public Png internationalText(String keyword, String text, boolean compressed) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return chunk(
                "iTXt",
                joined(
                        latin(keyword),
                        new byte[] {0, (byte) (compressed ? 1 : 0), 0},
                        latin("en"),
                        new byte[1],
                        latin("card"),
                        new byte[1],
                        compressed ? deflated(utf8) : utf8));
    }

    public Png chunk(String type, byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(latin(type));
        crc.update(data);
        return chunk(type, data, (int) crc.getValue());
    }

    public Png chunk(String type, byte[] data, int crc) {
        out.writeBytes(ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(latin(type))
                .put(data)
                .putInt(crc)
                .array());
        return this;
    }

    /** The text of a chunk with a card. */
    public static String base64(String json) {
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] deflated(byte[] data) {
        Deflater deflater = new Deflater();
        deflater.setInput(data);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] part = new byte[4096];
        while (!deflater.finished()) {
            packed.write(part, 0, deflater.deflate(part));
        }
        deflater.end();
        return packed.toByteArray();
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
