package dev.unitracker.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeaningfulKeyTest {

    private static final Item EXAMPLE = Item.of(
            new ItemId("me", "source", "module:5"),
            Map.of(
                    "status", "active",
                    "item_type", "assignment",
                    "title", "TP 1: Introducción",
                    "body_text", "Leer el capítulo 3.",
                    "due_at", "2026-12-14T02:59:00Z",
                    "exam_at[segundo parcial]", "2026-11-30",
                    "exam_at[segundo parcial].evidence", "0.9 date-grammar - segundo parcial: 30/11",
                    "date[assessmentend]", "2026-12-20T12:00:00Z",
                    "primary_url", "https://moodle.example/mod/assign/view.php?id=5"));

    @Test
    void the_key_never_changes_silently() {
        String key = MeaningfulKey.of(EXAMPLE);

        // Stored in every ledger: if this fails, every item of every student would seem to have changed.
        assertThat(key).isEqualTo("e93beb872e1ec437f60a13b90cad6c56edbb8508a14e1428b92b7fe37d71cd56");
    }

    @Test
    void no_two_lists_of_fields_run_together() {
        Item one = EXAMPLE.with(Field.TITLE, "a").with(Field.BODY, "b9:body_text1:c");
        Item other = EXAMPLE.with(Field.TITLE, "a9:body_text1:b").with(Field.BODY, "c");

        assertThat(MeaningfulKey.of(one)).isNotEqualTo(MeaningfulKey.of(other));
    }

    @Test
    void a_difference_that_starts_elsewhere_is_refused() {
        Item moved = EXAMPLE.with(Field.DUE_AT, "2026-12-15T02:59:00Z");
        List<Difference> differences = Diff.between(List.of(EXAMPLE), List.of(moved), DiffRules.STRICT);

        assertThatThrownBy(() -> Diff.apply(List.of(moved), differences))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("due_at");
    }
}
