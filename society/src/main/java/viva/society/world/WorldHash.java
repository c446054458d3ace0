package viva.society.world;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import viva.life.mind.MindCodec;

/** One number for all that a world has become: equal worlds have equal hashes. */
public final class WorldHash {
    private WorldHash() {}

    /** SHA-256 over everybody's mind in the order of ids, as 64 hexadecimal digits. */
    public static String of(List<Inhabitant> people) {
        MessageDigest digest = sha256();
        for (Inhabitant one : people) {
            digest.update(MindCodec.encode(one.mind()));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
