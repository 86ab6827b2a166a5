package dev.unitracker.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published artifacts work as modules, with nothing opened but what they open themselves. */
class ModulePathTest {

    /** What only tests and the application need. Some of it shares packages, which modules must not. */
    private static final List<String> NOT_NEEDED = List.of(
            "architecture-tests",
            "archunit",
            "assertj",
            "junit",
            "opentest4j",
            "apiguardian",
            "uni-tracker",
            "tracker-testkit",
            "picocli",
            "logback",
            "checker-qual");

    private static final String MODULES = String.join(
            ",",
            "dev.unitracker",
            "dev.unitracker.command",
            "dev.unitracker.documents",
            "dev.unitracker.llm",
            "dev.unitracker.mail",
            "dev.unitracker.moodle",
            "dev.unitracker.moodle.simulator",
            "dev.unitracker.store.jdbc",
            "dev.unitracker.store.s3",
            "dev.unitracker.telegram",
            "dev.unitracker.webhook",
            "com.h2database");

    @Test
    void a_look_is_made_and_a_chat_is_told_from_the_module_path(@TempDir Path folder) throws Exception {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                modulePath(),
                "--add-modules",
                MODULES,
                "--class-path",
                ownClasses(),
                ModulePathProgram.class.getName(),
                folder.resolve("tracker").toString());

        String printed = run(command);

        assertThat(printed).contains("module dev.unitracker", "items 81", "messages 1");
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    private static String modulePath() {
        return Arrays.stream(classPath())
                .filter(entry -> NOT_NEEDED.stream().noneMatch(entry::contains))
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String ownClasses() {
        return Arrays.stream(classPath())
                .filter(entry -> entry.contains("architecture-tests") && entry.endsWith("test-classes"))
                .findFirst()
                .orElseThrow();
    }

    private static String[] classPath() {
        return System.getProperty("java.class.path").split(File.pathSeparator);
    }
}
