package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoJsonTest {

    @TempDir
    static Path folder;

    private static Played h2;
    private static List<LedgerLine> ledger;

    @BeforeAll
    static void play() {
        h2 = Played.of(folder, Map.of(), "demo", "--json");
        ledger = h2.lines().stream().map(LedgerLine::parse).toList();
    }

    @Test
    void the_first_look_finds_81_items_and_nothing_else() {
        List<LedgerLine> first =
                ledger.stream().filter(line -> line.step() == 0).toList();

        assertThat(first).hasSize(81).allMatch(line -> line.kind().equals("new") && line.look() == 1);
    }

    @Test
    void the_later_steps_give_exactly_the_expected_ledger() throws IOException {
        String expected;
        try (InputStream stream = Objects.requireNonNull(getClass().getResourceAsStream("demo-ledger.txt"))) {
            expected = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }

        String told = ledger.stream()
                .filter(line -> line.step() > 0)
                .map(LedgerLine::summary)
                .collect(Collectors.joining("\n", "", "\n"));

        assertThat(told).isEqualTo(expected);
    }

    @Test
    void second_looks_and_the_last_step_tell_nothing_but_proven_removals() {
        List<LedgerLine> told = ledger.stream()
                .filter(LedgerLine::meaningful)
                .filter(line -> line.look() == 2 || line.step() == 4)
                .toList();

        assertThat(told).hasSize(2).allMatch(line -> line.kind().equals("removed"));
    }

    @Test
    void every_line_has_the_same_fields_in_the_same_order() {
        assertThat(h2.lines())
                .allMatch(
                        line -> line.matches(
                                "\\{\"step\":\\d,\"look\":\\d,\"seq\":\\d+,\"kind\":\"[a-z_]+\","
                                        + "\"meaningful\":(true|false),\"source\":\"moodle\",\"item\":\"[^\"]+\",\"item_type\":\"[a-z_]+\","
                                        + "\"course\":(null|\"course:\\d\"),\"title\":\".*\",\"fields\":\\[.*],\"seen_at\":\"[^\"]+Z\"}"));
    }

    @Test
    void ledger_numbers_count_up_without_a_gap() {
        List<Long> numbers =
                ledger.stream().map(line -> line.json().path("seq").asLong()).toList();

        assertThat(numbers).startsWith(1L).isSorted().doesNotHaveDuplicates();
        assertThat(numbers.get(numbers.size() - 1)).isEqualTo(numbers.size());
    }

    @Test
    void memory_and_database_give_the_same_bytes() {
        Played memory = Played.of(folder, Map.of(), "demo", "--json", "--store", "memory");

        assertThat(memory.out()).isEqualTo(h2.out());
    }

    @Test
    void another_zone_locale_and_encoding_give_the_same_bytes() throws IOException, InterruptedException {
        String other = OtherJvm.run(
                folder,
                List.of(
                        "-Duser.timezone=America/St_Johns",
                        "-Duser.language=ar",
                        "-Duser.country=EG",
                        "-Dfile.encoding=UTF-16"),
                "demo",
                "--json");

        assertThat(other).isEqualTo(h2.out());
    }
}
