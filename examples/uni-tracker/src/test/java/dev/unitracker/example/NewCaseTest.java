package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Adds a case to a copy of all sources and sees where the compiler fails: in just the files that CONTRIBUTING.md lists. */
class NewCaseTest {

    private static final Path ROOT = root();
    private static final String MODEL = "tracker-core/src/main/java/dev/unitracker/model/";
    private static final String NOTICE = "tracker-core/src/main/java/dev/unitracker/notice/Notice.java";

    @TempDir
    private Path copy;

    @Test
    void as_they_are_the_sources_compile() {
        copySources();

        assertThat(failing()).isEmpty();
    }

    @Test
    void a_new_kind_of_change_has_to_be_known_where_contributing_says() {
        copySources();
        edit(
                MODEL + "ChangeKind.java",
                source -> source.replace(
                        "REFRESH_ONLY(Topic.REFRESH);",
                        "REFRESH_ONLY(Topic.REFRESH),\n    POSTPONED(Topic.DEADLINE);"));

        assertThat(failing()).isEqualTo(listed("a kind of change"));
    }

    @Test
    void a_new_sort_of_notice_has_to_be_known_where_contributing_says() {
        copySources();
        edit(NOTICE, source -> withCase(source, "T praise(Praise praise);", """
                    record Praise(String key) implements Notice {
                        @Override
                        public NoticeKind kind() {
                            return NoticeKind.URGENT;
                        }

                        @Override
                        public Severity severity() {
                            return Severity.INFORMATION;
                        }

                        @Override
                        public <T> T match(Cases<T> cases) {
                            return cases.praise(this);
                        }
                    }
                """));

        assertThat(failing()).isEqualTo(listed("a sort of notice"));
    }

    @Test
    void a_new_sort_of_field_value_has_to_be_known_where_contributing_says() {
        copySources();
        edit(MODEL + "FieldValue.java", source -> withCase(source, "T share(Share share);", """
                    record Share(String text) implements FieldValue {
                        @Override
                        public Optional<Instant> moment() {
                            return Optional.empty();
                        }

                        @Override
                        public Optional<Instant> start(ZoneId zone) {
                            return Optional.empty();
                        }

                        @Override
                        public Optional<Instant> end(ZoneId zone) {
                            return Optional.empty();
                        }

                        @Override
                        public Optional<BigDecimal> number() {
                            return Optional.empty();
                        }

                        @Override
                        public <T> T match(Cases<T> cases) {
                            return cases.share(this);
                        }
                    }
                """));

        assertThat(failing()).isEqualTo(listed("a sort of field value"));
    }

    /** Adds a record at the end of a sealed type, and its method to those that answer by case. */
    private static String withCase(String source, String method, String addition) {
        String cases = source.replaceFirst("(interface Cases<T> \\{\n)", "$1\n        " + method + "\n");
        assertThat(cases).isNotEqualTo(source);
        return cases.substring(0, cases.lastIndexOf('}')) + addition + "}\n";
    }

    private void edit(String file, UnaryOperator<String> change) {
        String before = read(copy.resolve(file));
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        write(copy.resolve(file), after);
    }

    private void copySources() {
        modules().forEach(module -> {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module + "/src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> !file.endsWith("module-info.java"))
                        .forEach(
                                file -> write(copy.resolve(ROOT.relativize(file).toString()), read(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Returns the modules that the application is made of, and itself. */
    private static List<String> modules() {
        return Stream.of(
                        "tracker-dates",
                        "tracker-documents",
                        "tracker-http",
                        "tracker-core",
                        "tracker-moodle",
                        "tracker-moodle-simulator",
                        "tracker-store-jdbc",
                        "tracker-store-s3",
                        "tracker-notify-telegram",
                        "tracker-notify-mail",
                        "tracker-notify-command",
                        "tracker-notify-webhook",
                        "tracker-llm",
                        "examples/uni-tracker")
                .filter(module -> Files.isDirectory(ROOT.resolve(module)))
                .toList();
    }

    /** Compiles the copy, and returns the files with errors. */
    private SortedSet<String> failing() {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK");
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                        compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8);
                Stream<Path> sources = Files.walk(copy)) {
            List<Path> java =
                    sources.filter(file -> file.toString().endsWith(".java")).toList();
            List<String> options = new ArrayList<>(List.of("--release", "17", "-proc:none", "-implicit:none"));
            // Cases that a switch forgets are found after types are checked, which is where the compiler stops by
            // itself.
            options.addAll(List.of("-XDshould-stop.ifError=FLOW", "-Xmaxerrs", "1000", "-nowarn"));
            options.addAll(List.of(
                    "-d", Files.createDirectories(copy.resolve("classes")).toString()));
            options.addAll(List.of("-classpath", System.getProperty("java.class.path")));
            compiler.getTask(null, files, found, options, null, files.getJavaFileObjectsFromPaths(java))
                    .call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(this::place)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String place(Diagnostic<? extends JavaFileObject> error) {
        JavaFileObject source = error.getSource();
        return source == null
                ? error.getMessage(Locale.ROOT)
                : copy.relativize(Path.of(source.toUri())).toString().replace('\\', '/');
    }

    /** Returns the files that CONTRIBUTING.md lists under a new case. */
    private static SortedSet<String> listed(String what) {
        Pattern row = Pattern.compile("(?m)^\\| " + Pattern.quote(what) + " \\|[^|]+\\|([^|]+)\\|$");
        String files = row.matcher(read(ROOT.resolve("CONTRIBUTING.md")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        return Pattern.compile("`([^`]+\\.java)`")
                .matcher(files)
                .results()
                .map(found -> located(found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the whole path of a file that is named by the end of it. */
    private static String located(String end) {
        return modules().stream()
                .map(module -> module + "/src/main/java/dev/unitracker/" + end)
                .filter(file -> Files.exists(ROOT.resolve(file)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("CONTRIBUTING.md names a file that is not there: " + end));
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("CONTRIBUTING.md"))) {
            folder = Objects.requireNonNull(folder.getParent(), "the repository's folder");
        }
        return folder;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
