package dev.unitracker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.Seeds;
import dev.unitracker.dates.FactType;
import dev.unitracker.model.FieldKey.Named;
import dev.unitracker.model.FieldKey.OfFact;
import dev.unitracker.model.FieldKey.Other;
import dev.unitracker.model.FieldKey.OtherDate;
import dev.unitracker.model.FieldKey.Part;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldKeyTest {

    private static final List<String> PIECES = List.of(
            "exam_at",
            "date",
            "due_at",
            "[",
            "]",
            "#",
            "#1",
            "#2",
            "#02",
            "#99999999999",
            ".evidence",
            "parcial",
            " ",
            "İ");

    @ParameterizedTest
    @EnumSource(Field.class)
    void a_field_with_a_name_of_its_own_is_known_by_it(Field field) {
        FieldKey key = FieldKey.of(field.key());

        assertThat(key).isEqualTo(new Named(field));
        assertThat(key.topic()).isEqualTo(field.topic());
        assertThat(key.label()).isEmpty();
    }

    @Test
    void another_date_of_a_source_is_known_by_the_name_the_source_gives_it() {
        FieldKey key = FieldKey.of("date[assessmentend]");

        assertThat(key).isEqualTo(new OtherDate("assessmentend"));
        assertThat(key.otherDate()).hasValue("assessmentend");
        assertThat(key.topic()).isEqualTo(Topic.SCHEDULE);
    }

    @Test
    void a_fact_is_known_by_its_type_its_label_and_its_number() {
        FieldKey second = FieldKey.of("exam_at[segundo parcial#2]");

        assertThat(second).isEqualTo(new OfFact(FactType.EXAM_AT, "segundo parcial", 2, Part.VALUE));
        assertThat(second.topic()).isEqualTo(Topic.EXAM);
        assertThat(second.name()).isEqualTo("exam_at");
        assertThat(second.label()).hasValue("segundo parcial#2");
    }

    @Test
    void the_words_that_prove_a_fact_are_nobodys_news() {
        FieldKey evidence = FieldKey.of("exam_at[].evidence");

        assertThat(evidence).isEqualTo(new OfFact(FactType.EXAM_AT, "", 1, Part.EVIDENCE));
        assertThat(evidence.isEvidence()).isTrue();
        assertThat(evidence.topic()).isEqualTo(Topic.REFRESH);
    }

    @Test
    void a_deadline_of_the_source_is_no_fact_and_one_that_a_text_states_is_one_even_without_a_label() {
        assertThat(FieldKey.of("due_at").fact()).isEmpty();
        assertThat(FieldKey.of("due_at[]")).isEqualTo(new OfFact(FactType.DUE_AT, "", 1, Part.VALUE));
        assertThat(FieldKey.of("due_at[]").isEvidence()).isFalse();
        assertThat(FieldKey.of("due_at[].evidence")).isEqualTo(new OfFact(FactType.DUE_AT, "", 1, Part.EVIDENCE));
        assertThat(FieldKey.of("exam_at[]")).isEqualTo(new OfFact(FactType.EXAM_AT, "", 1, Part.VALUE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "[]",
                "exam_at[",
                "exam_at[a",
                "exam_at]",
                "exam_at[a]]",
                "exam_at[a#1]",
                "exam_at[a#02]",
                "oral_at[a]",
                "Due_at"
            })
    void what_is_written_as_no_key_is_written_is_content_of_which_no_change_goes_unseen(String text) {
        FieldKey key = FieldKey.of(text);

        assertThat(key).isEqualTo(new Other(text));
        assertThat(key.topic()).isEqualTo(Topic.CONTENT);
        assertThat(key.fact()).isEmpty();
    }

    @Test
    void the_name_and_the_label_of_an_unknown_field_are_shown_apart() {
        FieldKey key = FieldKey.of("oral_at[first]");

        assertThat(key.name()).isEqualTo("oral_at");
        assertThat(key.label()).hasValue("first");
    }

    @Test
    void each_text_is_the_text_of_its_key() {
        Seeds.check("texts come back", 20_000, random -> {
            String text = text(random);

            assertThat(FieldKey.of(text).text()).isEqualTo(text);
        });
    }

    @Test
    void each_key_of_a_fact_is_the_key_of_its_text() {
        Seeds.check("keys come back", 20_000, random -> {
            String label = text(random).replace('[', '(').replace(']', ')');
            FactType type = one(random, List.of(FactType.values()));
            Part part = one(random, List.of(Part.values()));
            OfFact key = new OfFact(type, label, 1 + random.nextInt(30), part);

            assertThat(FieldKey.of(key.text())).isEqualTo(key);
        });
    }

    @Test
    void a_label_with_square_brackets_or_a_number_below_one_is_refused() {
        assertThatThrownBy(() -> new OfFact(FactType.EXAM_AT, "a[b", 1, Part.VALUE))
                .hasMessageContaining("a[b");
        assertThatThrownBy(() -> new OfFact(FactType.EXAM_AT, "a", 0, Part.VALUE))
                .hasMessageContaining("0");
    }

    private static String text(SplittableRandom random) {
        return IntStream.range(0, random.nextInt(7))
                .mapToObj(piece -> one(random, PIECES))
                .collect(Collectors.joining());
    }

    private static <T> T one(SplittableRandom random, List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
