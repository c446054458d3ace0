package viva.docs;

import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.StaticJavaParser;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads every {@code @ConfigMapping} interface of the sources and writes the tables of {@code docs/configuration.md}. */
final class ConfigurationReference {
    private final Map<String, String> sections = new TreeMap<>();

    private ConfigurationReference() {}

    static String of(Path repository) {
        StaticJavaParser.getParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_21);
        ConfigurationReference reference = new ConfigurationReference();
        mainSources(repository).forEach(reference::read);
        return String.join("\n", reference.sections.values());
    }

    private static List<Path> mainSources(Path repository) {
        try (Stream<Path> files = Files.walk(repository)) {
            return files.filter(f ->
                            f.toString().endsWith("Config.java") || f.toString().endsWith("Limits.java"))
                    .filter(f -> f.toString().contains("src/main/java"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Path source) {
        try {
            String text = Files.readString(source);
            if (!text.contains("@ConfigMapping(")) {
                return;
            }
            StaticJavaParser.parse(text)
                    .findAll(ClassOrInterfaceDeclaration.class)
                    .forEach(type -> type.getAnnotationByName("ConfigMapping")
                            .ifPresent(mapping -> sections.put(argument(mapping, "prefix"), section(type, mapping))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String section(ClassOrInterfaceDeclaration type, AnnotationExpr mapping) {
        String prefix = argument(mapping, "prefix");
        StringBuilder text = new StringBuilder();
        text.append("## `")
                .append(prefix)
                .append(".*`\n\n")
                .append(javadoc(type.getJavadoc().map(j -> j.toText()).orElse("")));
        text.append("\n\n| name | default | meaning |\n|---|---|---|\n");
        rows(type, prefix, text);
        return text.toString();
    }

    private static void rows(ClassOrInterfaceDeclaration type, String prefix, StringBuilder text) {
        for (MethodDeclaration method : type.getMethods()) {
            if (method.isDefault() || method.isStatic()) {
                continue;
            }
            String name = prefix + "."
                    + method.getAnnotationByName("WithName")
                            .map(a -> argument(a, "value"))
                            .orElse(kebab(method.getNameAsString()));
            var group = type.getMembers().stream()
                    .filter(m -> m instanceof ClassOrInterfaceDeclaration c
                            && c.getNameAsString().equals(method.getTypeAsString()))
                    .map(ClassOrInterfaceDeclaration.class::cast)
                    .findFirst();
            if (group.isPresent()) {
                rows(group.get(), name, text);
            } else {
                String value = method.getAnnotationByName("WithDefault")
                        .map(a -> argument(a, "value"))
                        .orElse("");
                text.append("| `").append(name).append("` | ").append(value.isEmpty() ? "" : "`" + value + "`");
                text.append(" | ")
                        .append(javadoc(method.getJavadoc().map(j -> j.toText()).orElse("")))
                        .append(" |\n");
            }
        }
    }

    private static String argument(AnnotationExpr annotation, String name) {
        Expression value = switch (annotation) {
            case SingleMemberAnnotationExpr single -> single.getMemberValue();
            case NormalAnnotationExpr normal ->
                normal.getPairs().stream()
                        .filter(p -> p.getNameAsString().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .getValue();
            default -> throw new IllegalStateException("unexpected annotation: " + annotation);
        };
        return value.asStringLiteralExpr().asString();
    }

    private static String javadoc(String text) {
        return text.replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .replace("|", "\\|")
                .strip();
    }

    private static String kebab(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
