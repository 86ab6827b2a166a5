package dev.unitracker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Shows that adapters and examples go through {@link Account} and {@link Tracker}, and none through a store's back door. */
class DoorsTest {

    /** What makes, tests or measures a store has to know its parts. */
    private static final Set<String> STORES =
            Set.of("tracker-core", "tracker-testkit", "tracker-store-jdbc", "benchmarks");

    private static final Pattern BACK_DOOR = Pattern.compile(
            "import (static )?dev\\.unitracker\\.(spi\\.(StoreSession|\\*)|internal\\.)|\\.(inTransaction|reading)\\(|\\bStoreSession\\b");

    @Test
    void adapters_and_examples_touch_no_session_of_a_store() throws IOException {
        List<Path> sources = sources();

        assertThat(sources)
                .extracting(file -> file.getFileName().toString())
                .contains("TelegramBot.java", "Rejections.java", "EmbedPlain.java", "ChatCompletionsEnricher.java");
        assertThat(sources).noneMatch(file -> BACK_DOOR.matcher(text(file)).find());
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(root())) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file ->
                            !STORES.contains(root().relativize(file).getName(0).toString()))
                    .filter(file -> root().relativize(file)
                            .toString()
                            .replace('\\', '/')
                            .contains("/src/main/java/"))
                    .toList();
        }
    }

    /** Tests run in the folder of their module. */
    private static Path root() {
        return Path.of("..").toAbsolutePath().normalize();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
