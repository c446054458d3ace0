import java.io.IOException;
import java.io.File;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.reflect.AccessFlag;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells native-image which of our types are read and written by reflection: Jackson makes and takes apart records, enums and sealed types
 * wherever a message, a row or a file holds one. All of those that a service has on its class path are registered, so that none can be forgotten.
 *
 * <p>{@code java ReachabilityMetadata.java <artifact> <classes> <class path>} writes {@code META-INF/native-image/viva/<artifact>/}{@value #FILE}
 * below {@code classes}, in the format of GraalVM for JDK 25 (reachability-metadata-schema 1.2.0).
 */
final class ReachabilityMetadata {
    private static final String FILE = "reachability-metadata.json";
    private static final String OURS = "viva";
    private static final String ENTRY = """
            {"type": "%s", "allDeclaredConstructors": true, "allDeclaredMethods": true, "allDeclaredFields": true}""";

    private ReachabilityMetadata() {}

    public static void main(String[] arguments) throws IOException {
        SortedSet<String> types = new TreeSet<>();
        for (String entry : arguments[2].split(File.pathSeparator)) {
            collect(Path.of(entry), types);
        }
        Path folder = Path.of(arguments[1], "META-INF", "native-image", OURS, arguments[0]);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(FILE), types.stream()
                .map(ENTRY::formatted)
                .collect(Collectors.joining(",\n", "{\"reflection\": [\n", "\n]}\n")));
    }

    private static void collect(Path entry, Collection<String> types) throws IOException {
        if (Files.isDirectory(entry)) {
            collectBelow(entry.resolve(OURS), types);
        } else if (Files.isRegularFile(entry)) {
            try (FileSystem jar = FileSystems.newFileSystem(entry)) {
                collectBelow(jar.getPath("/", OURS), types);
            }
        }
    }

    private static void collectBelow(Path folder, Collection<String> types) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
                ClassModel type = ClassFile.of().parse(Files.readAllBytes(file));
                if (isData(type)) {
                    types.add(type.thisClass().asInternalName().replace('/', '.'));
                }
            }
        }
    }

    private static boolean isData(ClassModel type) {
        return type.flags().has(AccessFlag.ENUM)
                || type.findAttribute(Attributes.record()).isPresent()
                || type.findAttribute(Attributes.permittedSubclasses()).isPresent();
    }
}
