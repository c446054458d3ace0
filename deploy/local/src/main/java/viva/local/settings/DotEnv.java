package viva.local.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import viva.platform.servers.ServerFailure;

/** Reads a {@code .env} file: {@code NAME=value} lines, comments, optional {@code export} and quotes; nothing is expanded. */
final class DotEnv {
    private static final Pattern ASSIGNMENT = Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");

    private DotEnv() {}

    /** The assignments in {@code file}, the last one of a name; none when there is no such file. */
    static Map<String, String> read(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            return parse(Files.readAllLines(file), file);
        } catch (IOException e) {
            throw new ServerFailure("Cannot read %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static Map<String, String> parse(List<String> lines, Path file) {
        Map<String, String> assignments = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher assignment = ASSIGNMENT.matcher(line);
            if (!assignment.matches()) {
                // The line itself is not repeated: it may hold a key.
                throw new ServerFailure("%s, line %d: must look like NAME=value".formatted(file, i + 1));
            }
            assignments.put(assignment.group(1), value(assignment.group(2).strip()));
        }
        return assignments;
    }

    private static String value(String text) {
        if (text.length() >= 2 && (text.charAt(0) == '"' || text.charAt(0) == '\'')) {
            int end = text.indexOf(text.charAt(0), 1);
            return end < 0 ? text : text.substring(1, end);
        }
        int comment = text.indexOf(" #");
        return comment < 0 ? text : text.substring(0, comment).strip();
    }
}
