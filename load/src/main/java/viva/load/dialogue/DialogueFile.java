package viva.load.dialogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import viva.platform.servers.ServerFailure;

/**
 * A file of dialogues: one sample {@code {sample_id, conversation, qa}}, or a list of them. {@code conversation} has {@code session_1} …, lists of
 * {@code {speaker, dia_id, text}}, and their {@code session_1_date_time} …; {@code qa} has {@code {question, evidence, category}}, and in files of our own
 * {@code split}. Every other field is ignored.
 */
public final class DialogueFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_TOLD = 10;

    private DialogueFile() {}

    /**
     * All dialogues of a file.
     *
     * @throws ServerFailure when it cannot be read, with what is wrong and where
     */
    public static List<Dialogue> read(Path file) {
        List<String> faults = new ArrayList<>();
        List<Dialogue> dialogues = dialogues(tree(file), name(file), faults);
        if (!faults.isEmpty()) {
            throw new ServerFailure(told(file, faults));
        }
        return dialogues;
    }

    private static List<Dialogue> dialogues(JsonNode tree, String name, List<String> faults) {
        if (tree.isObject()) {
            return List.of(new DialogueReader("", faults).read(tree, name));
        }
        List<Dialogue> dialogues = new ArrayList<>();
        for (int i = 0; i < tree.size(); i++) {
            dialogues.add(new DialogueReader("[" + i + "].", faults).read(tree.get(i), name + "-" + (i + 1)));
        }
        if (dialogues.isEmpty()) {
            faults.add("it holds no dialogue: it must be {\"conversation\": …, \"qa\": …} or a list of such");
        }
        return dialogues;
    }

    private static JsonNode tree(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new ServerFailure("There is no file " + file + " that can be read.");
        }
        try {
            return JSON.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw new ServerFailure(
                    "%s is no JSON, line %d: %s".formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()),
                    e);
        } catch (IOException e) {
            throw new ServerFailure("Cannot read " + file, e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.json$", "");
    }

    private static String told(Path file, List<String> faults) {
        String first = String.join("\n  ", faults.subList(0, Math.min(MOST_TOLD, faults.size())));
        int others = faults.size() - MOST_TOLD;
        return file + " cannot be used:\n  " + first + (others > 0 ? "\n  and " + others + " more" : "");
    }
}
