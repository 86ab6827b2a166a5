package dev.unitracker.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.Seeds;
import dev.unitracker.dates.Fact;
import dev.unitracker.dates.FactType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactFieldsTest {

    private static final List<String> LABELS = List.of(
            "", "parcial", "parcial#2", "parcial#3", "parcial #2", "#2", "a.evidence", "[a", "a]", "a[b]#2", " a ");

    @Test
    void a_fact_is_its_value_and_its_evidence() {
        Fact fact = new Fact(FactType.EXAM_AT, "segundo parcial", "2026-11-30", 0.9, "date-grammar", "El 30/11", 4);

        Map<String, String> fields = FactFields.encode(List.of(fact));

        assertThat(fields)
                .isEqualTo(Map.of(
                        "exam_at[segundo parcial]", "2026-11-30",
                        "exam_at[segundo parcial].evidence", "0.9 date-grammar 4 El 30/11"));
    }

    @Test
    void facts_of_one_label_are_numbered_from_the_second_on() {
        List<Fact> facts = List.of(fact("clase", "2026-11-30"), fact("clase", "2026-12-07"));

        Map<String, String> fields = FactFields.encode(facts);

        assertThat(fields)
                .containsEntry("exam_at[clase]", "2026-11-30")
                .containsEntry("exam_at[clase#2]", "2026-12-07");
    }

    @Test
    void where_in_the_text_each_of_them_stands_plays_no_part() {
        List<Fact> facts = List.of(fact("clase", "2026-12-07"), fact("clase", "2026-11-30"));

        Map<String, String> fields = FactFields.encode(facts);

        assertThat(fields)
                .containsEntry("exam_at[clase]", "2026-11-30")
                .containsEntry("exam_at[clase#2]", "2026-12-07");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "parcial",
                "[",
                "]",
                "a[b]c",
                "#2",
                "parcial #2",
                "parcial#2",
                "a b",
                ".evidence",
                "x].evidence"
            })
    void whatever_a_text_calls_it_a_fact_comes_back(String label) {
        Fact fact = fact(label, "2026-11-30");

        List<Fact> decoded = FactFields.decode(FactFields.encode(List.of(fact)));

        assertThat(decoded).containsExactly(fact);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines\r\n", "a - b", "“30/11”  18 hs", "🎓"})
    void the_quote_comes_back_as_it_was(String quote) {
        Fact fact = new Fact(FactType.CLASSROOM, "aula", "Aula 3 [norte]", 0, "date-grammar", quote, null);

        List<Fact> decoded = FactFields.decode(FactFields.encode(List.of(fact)));

        assertThat(decoded).containsExactly(fact);
    }

    @Test
    void no_fact_of_many_is_lost() {
        Seeds.check("facts come back", 20_000, random -> {
            List<Fact> facts = facts(random);

            List<Fact> decoded = FactFields.decode(FactFields.encode(facts));

            assertThat(decoded).containsExactlyInAnyOrderElementsOf(facts);
        });
    }

    @Test
    void other_fields_are_no_facts() {
        Map<String, String> fields = Map.of("due_at", "x", "date[due_at[a]]", "x", "exam_at[a]", "without evidence");

        assertThat(FactFields.decode(fields)).isEmpty();
    }

    private static List<Fact> facts(SplittableRandom random) {
        List<Fact> facts = new ArrayList<>();
        for (int count = random.nextInt(6); count > 0; count--) {
            facts.add(new Fact(
                    one(random, List.of(FactType.values())),
                    one(random, LABELS),
                    "2026-11-" + (10 + random.nextInt(20)),
                    random.nextInt(11) / 10.0,
                    "date-grammar",
                    "quote " + random.nextInt(3),
                    random.nextBoolean() ? null : random.nextInt(5)));
        }
        return facts;
    }

    private static <T> T one(SplittableRandom random, List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    private static Fact fact(String label, String value) {
        return new Fact(FactType.EXAM_AT, label, value, 0.9, "date-grammar", "El 30/11", null);
    }
}
