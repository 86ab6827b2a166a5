package dev.unitracker.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every class, method and file that a document names exists. */
class DocumentsTest {

    private static final Pattern QUOTED = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern CLASS =
            Pattern.compile("(?:[a-z]\\w*\\.)*([A-Z]\\w*[a-z]\\w*)(?:\\.([a-z]\\w*))?(?:\\([^)]*\\))?");

    @ParameterizedTest
    @ValueSource(strings = {"ARCHITECTURE.md", "CONTRIBUTING.md"})
    void each_class_that_is_named_exists(String document) {
        Set<String> names = House.names();

        List<String> unknown = named(House.document(document))
                .filter(name -> !names.contains(name))
                .distinct()
                .toList();

        assertThat(unknown)
                .as("classes that " + document + " names and nobody has")
                .isEmpty();
    }

    private static Stream<String> named(String text) {
        return QUOTED.matcher(text)
                .results()
                .map(result -> result.group(1))
                .flatMap(quoted -> CLASS.matcher(quoted)
                        .results()
                        .filter(match -> match.group().equals(quoted)))
                .map((MatchResult match) -> match.group(1));
    }
}
