package dev.unitracker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Change;
import dev.unitracker.model.Change.About;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.FieldChange;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemType;
import dev.unitracker.words.ChangeText;
import dev.unitracker.words.Language;
import dev.unitracker.words.Texts;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeTextTest {

    private static final ZoneId ZONE = ZoneId.of("America/Argentina/Buenos_Aires");
    private static final About ESSAY = new About(ItemType.ASSIGNMENT, "course:2", "Essay", "https://m/5");

    private final ChangeText text = new ChangeText(Texts.in(Language.ENGLISH), ZONE, course -> "Physics");

    @ParameterizedTest
    @EnumSource
    void every_kind_has_a_headline_of_its_own(ChangeKind kind) {
        String headline = text.lines(change(kind, field("title", "A", "B"))).get(0);

        assertThat(headline).matches("[A-Z][a-z ]+: Essay \\(Physics\\)");
        assertThat(Arrays.stream(ChangeKind.values())
                        .map(each -> text.lines(change(each, field("title", "A", "B")))
                                .get(0)))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_moved_deadline() {
        Change change = change(
                ChangeKind.DEADLINE_CHANGED,
                field("due_at", "2026-12-14T02:59:00Z", "2026-12-18T02:59:00Z"),
                field("due_source", "activity a", "extension b"));

        assertThat(text.lines(change))
                .containsExactly(
                        "Deadline moved: Essay (Physics)",
                        "    due: Sun 13 Dec 2026 23:59 → Thu 17 Dec 2026 23:59",
                        "    https://m/5");
    }

    @Test
    void a_new_item_does_not_repeat_its_title() {
        Change change = change(
                ChangeKind.NEW,
                field("status", null, "active"),
                field("item_type", null, "assignment"),
                field("title", null, "Essay"),
                field("due_at", null, "2026-12-14T02:59:00Z"));

        assertThat(text.lines(change))
                .containsExactly("New: Essay (Physics)", "    due: Sun 13 Dec 2026 23:59", "    https://m/5");
    }

    @Test
    void a_removed_item_is_one_line_and_its_link() {
        Change change = change(ChangeKind.REMOVED, field("status", "active", "removed"), field("title", "Essay", null));

        assertThat(text.lines(change)).containsExactly("Removed: Essay (Physics)", "    https://m/5");
    }

    @Test
    void what_is_out_of_sight_says_so() {
        Change hidden = change(ChangeKind.AVAILABILITY_CHANGED, field("status", "active", "hidden"));
        Change back = change(
                ChangeKind.DEADLINE_REMOVED,
                field("status", "hidden", "active"),
                field("due_at", "2026-12-14T02:59:00Z", null));

        assertThat(text.lines(hidden))
                .containsExactly(
                        "Availability changed: Essay (Physics)",
                        "    status: shown → not shown to you any more",
                        "    https://m/5");
        assertThat(text.lines(back)).contains("    status: not shown to you any more → shown");
    }

    @Test
    void an_exam_shows_its_label_and_not_its_proof() {
        Change change = change(
                ChangeKind.EXAM_CHANGED,
                field("exam_at[segundo parcial]", "2026-11-30", "2026-12-07"),
                field("exam_at[segundo parcial].evidence", "0.9 x - a", "0.9 x - b"));

        assertThat(text.lines(change))
                .containsExactly(
                        "Exam changed: Essay (Physics)",
                        "    exam (segundo parcial): Mon 30 Nov 2026 → Mon 7 Dec 2026",
                        "    https://m/5");
    }

    @Test
    void dates_that_a_text_states_are_shown_in_local_time_too() {
        Change change = change(
                ChangeKind.CONTENT_CHANGED, field("due_at[tp 1]", "2026-12-14T02:59:00Z", "2026-12-18T02:59:00Z"));

        assertThat(text.lines(change)).contains("    due (tp 1): Sun 13 Dec 2026 23:59 → Thu 17 Dec 2026 23:59");
    }

    @Test
    void what_was_dropped_is_shown_as_nothing() {
        assertThat(fieldLine(field("due_at", "2026-12-14T02:59:00Z", null)))
                .isEqualTo("due: Sun 13 Dec 2026 23:59 → nothing");
    }

    @Test
    void of_two_long_texts_the_part_that_differs_is_shown() {
        String same = "The same words again and again. ".repeat(10);

        String line = fieldLine(field("body_text", same + "Room 1.", same + "Room 2."));

        assertThat(line).isEqualTo("body: “…ain and again. Room 1.” → “…ain and again. Room 2.”");
    }

    @Test
    void no_character_is_cut_in_two() {
        String before = "🎓".repeat(60);
        String after = "🎓".repeat(59) + "🎒";

        for (String shift : List.of("", "x")) {
            String line = fieldLine(field("body_text", shift + before, shift + after));

            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(line))
                    .as(line)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "2026-13-45", "2026-99-99T99:99Z", "2026-01-01T25:00:00Z", "2026-01-01T...Z"})
    void what_only_looks_like_a_date_is_shown_as_it_is(String value) {
        assertThat(fieldLine(field("place", null, value))).isEqualTo("place: " + value);
    }

    @Test
    void all_words_are_in_the_language_that_was_asked_for() {
        ChangeText spanish = new ChangeText(Texts.in(Language.SPANISH), ZONE);

        List<String> lines =
                spanish.lines(change(ChangeKind.DEADLINE_ADDED, field("due_at", null, "2026-12-14T02:59:00Z")));

        assertThat(lines.get(0)).isEqualTo("Fecha límite agregada: Essay (course:2)");
        assertThat(lines.get(1)).contains("vence: ", "dom", "dic", "23:59");
    }

    @Test
    void states_are_said_in_the_readers_words_and_what_the_source_adds_in_its_own() {
        ChangeText spanish = new ChangeText(Texts.in(Language.SPANISH), ZONE);
        Change change = change(
                ChangeKind.AVAILABILITY_CHANGED,
                field("availability", "restricted: Disponible desde el 5 de diciembre", null),
                field("completion_state", "incomplete", "completed"),
                field("review_status", null, "watch"),
                field("review_reason", null, "high_risk_schedule_document"));

        assertThat(spanish.details(change))
                .containsExactly(
                        "disponibilidad: todavía cerrado: Disponible desde el 5 de diciembre → abierto",
                        "progreso: sin completar → completo",
                        "revisión: conviene vigilarlo",
                        "motivo de la revisión: documento de fechas");
        assertThat(text.details(change))
                .contains(
                        "availability: restricted: Disponible desde el 5 de diciembre → open",
                        "completion: incomplete → completed");
        assertThat(spanish.details(change(ChangeKind.AVAILABILITY_CHANGED, field("availability", null, "hidden"))))
                .containsExactly("disponibilidad: hidden");
    }

    private String fieldLine(FieldChange field) {
        return text.lines(change(ChangeKind.CONTENT_CHANGED, field)).get(1).strip();
    }

    private static FieldChange field(String key, @Nullable String before, @Nullable String after) {
        return new FieldChange(key, before, after);
    }

    private static Change change(ChangeKind kind, FieldChange... fields) {
        return new Change(
                1,
                new ItemId("me", "source", "module:5"),
                kind,
                ESSAY,
                List.of(fields),
                "key",
                Classroom.START,
                false,
                List.of());
    }
}
