package viva.society.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import viva.life.mind.MindCodec;
import viva.relationship.bond.Bond;

/** One number for all that a world has become: equal worlds have equal hashes. */
public final class WorldHash {
    private WorldHash() {}

    /** SHA-256 over everybody's mind in the order of ids ({@link MindCodec}) and every bond in the order of pairs, as 64 hexadecimal digits. */
    public static String of(Society society) {
        MessageDigest digest = sha256();
        for (Inhabitant one : society.people()) {
            digest.update(MindCodec.encode(one.mind()));
        }
        for (Bond bond : society.bonds().inOrder()) {
            digest.update(bond.toString().getBytes(StandardCharsets.UTF_8));
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
