package dev.unitracker.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A host imports {@code tracker-bom} and names no version. */
class BomTest {

    private static final Path ROOT = Path.of("../..");
    private static final String NOT_PUBLISHED = "<maven.deploy.skip>true</maven.deploy.skip>";

    @Test
    void each_published_module_is_in_the_bom() {
        List<String> published = all("<module>(tracker-[\\w-]+)</module>", pom(".")).stream()
                .filter(module -> !module.equals("tracker-bom"))
                .filter(module -> !pom(module).contains(NOT_PUBLISHED))
                .toList();

        List<String> managed = all("<artifactId>(tracker-[\\w-]+)</artifactId>", pom("tracker-bom")).stream()
                .skip(1)
                .toList();

        assertThat(managed).as("modules in tracker-bom").containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void the_bom_has_the_version_of_its_modules() {
        String version = "<version>([^<]+)</version>";

        assertThat(all(version, pom("tracker-bom")).get(0))
                .isEqualTo(all(version, pom(".")).get(0));
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String pom(String module) {
        try {
            return Files.readString(ROOT.resolve(module).resolve("pom.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
