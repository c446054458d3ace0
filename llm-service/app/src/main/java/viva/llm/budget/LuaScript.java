package viva.llm.budget;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The scripts that Redis runs, each as one step. */
enum LuaScript {
    ADMIT,
    BEGAN,
    ENDED,
    READ,
    BEAT;

    private final String text = read("common") + read(name().toLowerCase(Locale.ROOT));

    String text() {
        return text;
    }

    private static String read(String name) {
        try (InputStream script = LuaScript.class.getResourceAsStream(name + ".lua")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + ".lua", e);
        }
    }
}
