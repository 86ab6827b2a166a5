package dev.unitracker.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbedPlainTest {

    private static final Path SOURCE = Path.of("src/main/java/dev/unitracker/embed/EmbedPlain.java");
    private static final Path README = Path.of("../../README.md");

    @Test
    void the_program_tells_what_changed_between_two_runs(@TempDir Path folder) {
        try (MoodleSimulator moodle = MoodleSimulator.playing(Recording.demo()).start()) {
            String[] args = {
                moodle.url(), moodle.token(), folder.resolve("tracker").toString()
            };
            String first = printedBy(args, moodle::now);

            moodle.moveTo(1);
            String second = printedBy(args, moodle::now);

            assertThat(first)
                    .contains("81 items")
                    .contains("Watching 5 courses: 81 items noted silently")
                    .doesNotContain("New:");
            assertThat(second)
                    .contains("82 items")
                    .contains("Deadline moved: TP 1 - Límites y continuidad")
                    .contains("New: Cambio de aula - segundo parcial");
        }
    }

    @Test
    void the_readme_shows_this_program() throws IOException {
        String program = Files.readAllLines(SOURCE, StandardCharsets.UTF_8).stream()
                .dropWhile(line -> !line.contains("readme begin"))
                .skip(1)
                .takeWhile(line -> !line.contains("readme end"))
                .filter(line -> !line.endsWith("// not in the README"))
                .map(line -> line.replaceFirst("^ {8}", ""))
                .collect(Collectors.joining("\n"));

        String readme = Files.readString(README, StandardCharsets.UTF_8);

        assertThat(readme).contains(program);
    }

    private static String printedBy(String[] args, InstantSource clock) {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            EmbedPlain.look(args, clock);
        } finally {
            System.setOut(console);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
