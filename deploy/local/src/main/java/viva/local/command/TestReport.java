package viva.local.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What the tests of one build came to, read from the XML files that Surefire leaves.
 *
 * @param classes every test class with its time, the slowest first
 */
record TestReport(List<TestClass> classes) {
    /** What failed when Maven does not end well: a module was not built, or its test JVM broke off. Failed tests do not end it. */
    static final String BUILD = "the build itself, and with it tests that never ran (see above)";

    private static final String FILES = "glob:**/target/surefire-reports/TEST-*.xml";

    /**
     * One test class.
     *
     * @param seconds from its first test to its last, with what they share
     * @param failed the tests that failed, as {@code Class.method}
     */
    record TestClass(String name, double seconds, int tests, List<String> failed) {}

    /** Reads the reports below {@code root} that were written since {@code begun}. */
    static TestReport read(Path root, FileTime begun) throws IOException {
        List<TestClass> found = new ArrayList<>();
        var wanted = root.getFileSystem().getPathMatcher(FILES);
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean strange = name.equals("node_modules") || (name.startsWith(".") && !folder.equals(root));
                return strange ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (wanted.matches(file) && attributes.lastModifiedTime().compareTo(begun) >= 0) {
                    found.add(parse(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(Comparator.comparingDouble(TestClass::seconds).reversed());
        return new TestReport(List.copyOf(found));
    }

    /** The tests that failed, and {@link #BUILD} unless Maven's exit code is 0. */
    List<String> failed(int exitCode) {
        return exitCode == 0
                ? failed()
                : Stream.concat(failed().stream(), Stream.of(BUILD)).toList();
    }

    int tests() {
        return classes.stream().mapToInt(TestClass::tests).sum();
    }

    List<String> failed() {
        return classes.stream().flatMap(each -> each.failed().stream()).toList();
    }

    private static TestClass parse(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element suite = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
            List<String> failed = new ArrayList<>();
            NodeList cases = suite.getElementsByTagName("testcase");
            for (int i = 0; i < cases.getLength(); i++) {
                Element test = (Element) cases.item(i);
                if (has(test, "failure") || has(test, "error")) {
                    failed.add(simpleName(test.getAttribute("classname")) + "." + test.getAttribute("name"));
                }
            }
            return new TestClass(
                    simpleName(suite.getAttribute("name")),
                    Double.parseDouble(suite.getAttribute("time").replace(",", "")),
                    cases.getLength(),
                    failed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    private static boolean has(Element test, String child) {
        return test.getElementsByTagName(child).getLength() > 0;
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
