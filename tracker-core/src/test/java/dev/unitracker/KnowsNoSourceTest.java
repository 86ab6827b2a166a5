package dev.unitracker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads what this module ships: another source, country or zone needs no change of it. */
class KnowsNoSourceTest {

    private static final Path SHIPPED = Path.of("src", "main");

    private static final Pattern SOURCES = Pattern.compile("(?i)moodle|canvas|blackboard|sakai|argentin|buenos");

    private static final Pattern ZONES =
            anyOf(ZoneId.getAvailableZoneIds().stream().filter(zone -> zone.contains("/")));

    private static final Pattern COUNTRIES = anyOf(Arrays.stream(Locale.getISOCountries())
            .map(code -> new Locale.Builder().setRegion(code).build())
            .flatMap(country ->
                    Stream.of("en", "es").map(language -> country.getDisplayCountry(Locale.forLanguageTag(language)))));

    @Test
    void nothing_names_a_source_a_country_or_a_zone() throws IOException {
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            List<String> named = files.filter(Files::isRegularFile)
                    .flatMap(KnowsNoSourceTest::linesThatName)
                    .toList();

            assertThat(named).isEmpty();
        }
    }

    private static Stream<String> linesThatName(Path file) {
        return read(file)
                .lines()
                .filter(line -> Stream.of(SOURCES, ZONES, COUNTRIES)
                        .anyMatch(names -> names.matcher(line).find()))
                .map(line -> SHIPPED.relativize(file) + ": " + line.strip());
    }

    private static Pattern anyOf(Stream<String> names) {
        return Pattern.compile(names.distinct()
                .sorted()
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<!\\p{L})(", ")(?!\\p{L})")));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
