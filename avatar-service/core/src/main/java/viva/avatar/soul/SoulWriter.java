package viva.avatar.soul;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Base64;
import viva.contracts.AvatarProfile;
import viva.contracts.Json;

/** Writes soul files. */
public final class SoulWriter {
    private static final ObjectMapper MAPPER =
            Json.mapper().copy().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    /** More than the lines of a memory are indented by, with all the others that it may name. */
    private static final long INDENTATION = 400;

    private SoulWriter() {}

    /** The file: JSON in UTF-8, with the checksum at its end. */
    public static byte[] write(Soul soul) {
        ObjectNode file = MAPPER.createObjectNode();
        file.put(SoulFormat.FORMAT, SoulFormat.NAME).put(SoulFormat.VERSION_FIELD, SoulFormat.VERSION);
        file.put("exported_at", soul.exportedAt().toString());
        file.put("world_time", soul.worldTime().toString());
        file.set("avatar", profile(soul.profile()));
        if (soul.mind() != null) {
            file.set("mind", MAPPER.valueToTree(soul.mind()));
        }
        file.set("memories", MAPPER.valueToTree(soul.memories()));
        file.set("bonds", MAPPER.valueToTree(soul.bonds()));
        if (soul.card() != null) {
            file.putObject("card")
                    .put("media_type", soul.card().mediaType())
                    .put(
                            "original",
                            Base64.getEncoder().encodeToString(soul.card().bytes()));
        }
        file.put(SoulFormat.CHECKSUM, Checksum.of(file).orElseThrow());
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(file);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a soul cannot be written", e);
        }
    }

    /** How many bytes a memory takes in a file. */
    static long bytes(SoulMemory memory) {
        try {
            return INDENTATION + MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(memory).length;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a memory cannot be written", e);
        }
    }

    private static ObjectNode profile(AvatarProfile profile) {
        ObjectNode written = MAPPER.valueToTree(profile);
        written.remove("offline_only");
        return written.put("model_allowed", !profile.offlineOnly());
    }
}
