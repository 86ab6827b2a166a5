package dev.unitracker.brief;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.brief.Brief.CourseContext;
import dev.unitracker.brief.Brief.Making;
import dev.unitracker.brief.Brief.Origin;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeaknessTest {

    private static final CourseContext COURSE = new CourseContext("course:2", "Cálculo I", ItemType.MATERIAL_FILE);
    private static final String SUMMARY = "Two exams and a second chance in December.";

    @Test
    void a_brief_that_says_something_is_not_weak() {
        assertThat(Weakness.of(brief(SUMMARY, List.of("one", "two"), List.of(), 0.4, COURSE), file()))
                .isEmpty();
    }

    @Test
    void a_brief_without_a_summary_is_empty() {
        assertThat(Weakness.of(brief("  ", List.of("one", "two"), List.of(), 0.9, COURSE), file()))
                .contains(Weakness.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cronograma Cálculo I", "CRONOGRAMA: calculo i.", "I, Cálculo; cronograma (pdf)"})
    void a_summary_that_says_the_title_again_is_an_echo(String summary) {
        assertThat(Weakness.of(brief(summary, List.of("one", "two"), List.of(), 0.9, COURSE), file()))
                .contains(Weakness.TITLE_ECHO);
    }

    @Test
    void little_that_is_not_even_sure_is_weak() {
        assertThat(Weakness.of(brief(SUMMARY, List.of("one"), List.of("risk"), 0.49, COURSE), file()))
                .contains(Weakness.UNSURE);
    }

    @Test
    void a_file_needs_more_than_one_bullet_or_a_date_a_requirement_or_a_risk() {
        assertThat(Weakness.of(brief(SUMMARY, List.of("one"), List.of(), 0.9, COURSE), file()))
                .contains(Weakness.BARE_FILE);
        assertThat(Weakness.of(brief(SUMMARY, List.of("one"), List.of("risk"), 0.9, COURSE), file()))
                .isEmpty();
    }

    @Test
    void a_brief_that_does_not_say_where_it_belongs_is_weak() {
        assertThat(Weakness.of(brief(SUMMARY, List.of("one", "two"), List.of(), 0.9, null), file()))
                .contains(Weakness.NO_COURSE);
    }

    private static Item file() {
        return Item.of(
                new ItemId("me", "source", "file:1:/a.pdf"),
                Map.of(
                        Field.STATUS.key(),
                        "active",
                        Field.TYPE.key(),
                        "material_file",
                        Field.TITLE.key(),
                        "Cronograma Cálculo I"));
    }

    private static Brief brief(
            String summary,
            List<String> bullets,
            List<String> risks,
            double confidence,
            @Nullable CourseContext context) {
        Making making = new Making(Origin.BACKFILL, "model", Instant.parse("2026-11-22T12:00:00Z"));
        return new Brief(summary, bullets, List.of(), List.of(), risks, context, confidence, List.of(), making);
    }
}
