package viva.avatar.card;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import viva.avatar.profile.Checked;
import viva.avatar.profile.Rejection;

/**
 * The texts of a PNG (W3C PNG, third edition, 11.3.3: tEXt, zTXt, iTXt), wherever they stand. The checksum of every chunk is checked; texts of other
 * keywords than the wanted ones are not unpacked.
 */
final class PngTexts {
    /** What a compressed text may unpack to, in bytes. */
    static final int MOST_INFLATED = 1024 * 1024;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int FRAME = 12;
    private static final int TYPE = 4;
    private static final Set<String> TEXTS = Set.of("tEXt", "zTXt", "iTXt");

    private final byte[] png;
    private final Set<String> wanted;
    private final List<Text> texts = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();

    private PngTexts(byte[] png, Set<String> wanted) {
        this.png = png;
        this.wanted = wanted;
    }

    /**
     * One text.
     *
     * @param place its chunk, for rejections
     * @param keyword in lower case
     * @param latin1 its bytes, each a character
     */
    record Text(String place, String keyword, String latin1) {}

    static boolean isPng(byte[] file) {
        return file.length >= SIGNATURE.length
                && Arrays.equals(file, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    /** The texts of the wanted keywords (in lower case) in their order, or everything that is wrong with the picture. */
    static Checked<List<Text>> read(byte[] png, Set<String> wanted) {
        PngTexts reading = new PngTexts(png, wanted);
        reading.chunks();
        return Checked.of(List.copyOf(reading.texts), reading.rejections);
    }

    private void chunks() {
        int at = SIGNATURE.length;
        for (int number = 1; ; number++) {
            if (png.length - at < FRAME) {
                reject("png", "ends within chunk " + number + " at byte " + at);
                return;
            }
            long length = Integer.toUnsignedLong(number(at));
            String type = new String(png, at + TYPE, TYPE, StandardCharsets.ISO_8859_1);
            String place = "png chunk " + number + " (" + printable(type) + " at byte " + at + ")";
            if (length > png.length - at - FRAME) {
                reject(place, "is cut short");
                return;
            }
            if (number == 1 && !type.equals("IHDR")) {
                reject(place, "must be IHDR");
                return;
            }
            chunk(place, type, at + 2 * TYPE, (int) length);
            if (type.equals("IEND")) {
                return;
            }
            at += FRAME + (int) length;
        }
    }

    private void chunk(String place, String type, int from, int length) {
        CRC32 crc = new CRC32();
        crc.update(png, from - TYPE, TYPE + length);
        if ((int) crc.getValue() != number(from + length)) {
            reject(place, "does not have the checksum that it says");
        } else if (TEXTS.contains(type)) {
            text(place, type, Arrays.copyOfRange(png, from, from + length));
        }
    }

    private void text(String place, String type, byte[] data) {
        int end = zero(data, 0);
        String keyword = new String(data, 0, Math.max(0, end), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        if (end < 0) {
            reject(place, "has no keyword");
        } else if (wanted.contains(keyword)) {
            Optional<byte[]> bytes = switch (type) {
                case "tEXt" -> Optional.of(Arrays.copyOfRange(data, end + 1, data.length));
                case "zTXt" -> compressed(place, data, end + 1, end + 2);
                default -> international(place, data, end + 1);
            };
            bytes.ifPresent(text -> texts.add(new Text(place, keyword, new String(text, StandardCharsets.ISO_8859_1))));
        }
    }

    /** Flag and method of the compression, then language and translated keyword, each up to a zero, then the text. */
    private Optional<byte[]> international(String place, byte[] data, int from) {
        int language = zero(data, from + 2);
        int translated = language < 0 ? -1 : zero(data, language + 1);
        if (translated < 0) {
            reject(place, "is cut short");
            return Optional.empty();
        }
        return data[from] == 0
                ? Optional.of(Arrays.copyOfRange(data, translated + 1, data.length))
                : compressed(place, data, from + 1, translated + 1);
    }

    private Optional<byte[]> compressed(String place, byte[] data, int method, int from) {
        if (from > data.length || data[method] != 0) {
            reject(place, "is compressed in an unknown way");
            return Optional.empty();
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(data, from, data.length - from);
            return inflated(place, inflater);
        } catch (DataFormatException e) {
            reject(place, "cannot be unpacked");
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    private Optional<byte[]> inflated(String place, Inflater inflater) throws DataFormatException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        while (!inflater.finished()) {
            int length = inflater.inflate(part);
            if (length == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                reject(place, "cannot be unpacked");
                return Optional.empty();
            }
            if (out.size() + length > MOST_INFLATED) {
                reject(place, "unpacks to more than " + MOST_INFLATED + " bytes");
                return Optional.empty();
            }
            out.write(part, 0, length);
        }
        return Optional.of(out.toByteArray());
    }

    private static int zero(byte[] data, int from) {
        for (int i = from; i < data.length; i++) {
            if (data[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    private int number(int at) {
        return (png[at] & 0xff) << 24 | (png[at + 1] & 0xff) << 16 | (png[at + 2] & 0xff) << 8 | (png[at + 3] & 0xff);
    }

    private static String printable(String type) {
        return type.matches("[A-Za-z]{4}") ? type : "????";
    }

    private void reject(String place, String reason) {
        rejections.add(new Rejection.Unreadable(place, reason));
    }
}
