package dev.unitracker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FieldsTest {

    private static final Map<String, String> GIVEN = Map.of("title", "Guía 1", "due_at", "2026-03-20", "date[a]", "x");

    @Test
    void fields_are_listed_in_the_order_of_their_keys() {
        assertThat(Fields.of(GIVEN).keySet()).containsExactly("date[a]", "due_at", "title");
        assertThat(Fields.of(GIVEN).values()).containsExactly("x", "2026-03-20", "Guía 1");
    }

    @Test
    void fields_equal_every_map_that_says_the_same() {
        Fields fields = Fields.of(GIVEN);

        assertThat(fields).isEqualTo(new TreeMap<>(GIVEN)).hasSameHashCodeAs(GIVEN);
        assertThat(new HashMap<>(GIVEN)).isEqualTo(fields);
        assertThat(fields).isEqualTo(Fields.of(new TreeMap<>(GIVEN)));
    }

    @Test
    void one_value_one_key_or_one_field_less_makes_them_differ() {
        Map<String, String> value = new HashMap<>(GIVEN);
        value.put("title", "Guía 2");
        Map<String, String> less = new HashMap<>(GIVEN);
        less.remove("title");
        Map<String, String> key = new HashMap<>(less);
        key.put("titles", "Guía 1");

        assertThat(Fields.of(GIVEN)).isNotEqualTo(Fields.of(value));
        assertThat(Fields.of(GIVEN)).isNotEqualTo(Fields.of(less));
        assertThat(Fields.of(GIVEN)).isNotEqualTo(Fields.of(key));
    }

    @Test
    void a_field_is_found_by_its_key_and_another_is_not() {
        Fields fields = Fields.of(GIVEN);

        assertThat(fields.get("due_at")).isEqualTo("2026-03-20");
        assertThat(fields.containsKey("due_at")).isTrue();
        assertThat(fields.get("due")).isNull();
        assertThat(fields.containsKey("due")).isFalse();
    }

    @Test
    void nothing_can_be_changed() {
        Fields fields = Fields.of(GIVEN);

        assertThatThrownBy(() -> fields.put("title", "")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(fields::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> fields.entrySet().iterator().next().setValue(""))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void the_map_they_were_made_from_can_change_and_they_do_not() {
        Map<String, String> given = new HashMap<>(GIVEN);
        Fields fields = Fields.of(given);

        given.clear();

        assertThat(fields).isEqualTo(GIVEN);
    }

    @Test
    void a_named_field_has_one_key_for_all_items() {
        Fields fields = Fields.of(Map.of(new String("title".toCharArray()), "Guía 1"));

        assertThat(fields.keySet().iterator().next()).isSameAs(Field.TITLE.key());
    }

    @Test
    void a_field_without_a_value_is_refused_by_its_name() {
        Map<String, String> given = new HashMap<>();
        given.put("title", null);

        assertThatThrownBy(() -> Fields.of(given))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("title");
    }

    @Test
    void there_is_an_end() {
        Iterator<Map.Entry<String, String>> end = Fields.of(Map.of()).entrySet().iterator();

        assertThat(end.hasNext()).isFalse();
        assertThatThrownBy(end::next).isInstanceOf(NoSuchElementException.class);
    }
}
