package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Field;
import dev.unitracker.model.FieldChange;
import dev.unitracker.model.ItemType;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.report.SyncReport;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The short story whose changes were all made by hand, each step looked at twice. */
class DemoLedgerTest {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH)
            .withZone(ZoneId.of("America/Argentina/Buenos_Aires"));

    private static final Set<String> QUIET_FIELDS = Set.of(Field.URL.key(), Field.DUE_SOURCE.key());

    private static final List<String> EXPECTED = List.of(
            "1.1 new discussion:35 'Cambio de aula - segundo parcial'",
            "1.1 schedule_changed event:26 starts_at 26 Nov 17:00 → 27 Nov 17:00, ends_at 26 Nov 19:00 → 27 Nov 19:00",
            "1.1 deadline_changed module:5 due_at 27 Nov 23:59 → 25 Nov 20:00",
            "1.1 deadline_changed module:7 starts_at 24 Nov 18:00 → 26 Nov 18:00, due_at 24 Nov 20:00 → 26 Nov 20:00",
            "2.1 exam_changed file:9:/Cronograma CALCULO I 2do. Cuat. 2026.pdf body_text …,"
                    + " class_session_at[semana 8] 2026-09-28 → -, classroom[segundo parcial] Aula 204 → Aula Magna,"
                    + " exam_at[recuperatorio] 9 Dec 18:00 → 11 Dec 18:00,"
                    + " exam_at[segundo parcial] 30 Nov 18:00 → 2 Dec 18:00",
            "2.1 content_changed module:6 title TP 2 - Derivadas → TP 2 - Derivadas e integrales",
            "2.1 exam_changed module:10 body_text …, exam_at[recuperatorio] 9 Dec 18:00 → 11 Dec 18:00",
            "2.1 schedule_changed discussion:4 body_text …, class_session_at[recupera] 26 Nov 19:00 → 27 Nov 19:00",
            "2.1 new module:33 'Tablas de vapor'",
            "2.2 removed module:11 status active → removed",
            "3.1 grade_released course:2 grade - → 10, grade_maximum - → 10",
            "3.1 refresh_only module:5 submission_state new → draft",
            "3.1 deadline_removed module:6 due_at 4 Dec 20:00 → -",
            "3.1 grade_released module:8 grade - → 10, grade_maximum - → 10, completion_state incomplete → completed",
            "3.1 deadline_changed module:15 due_at 14 Dec 23:59 → 18 Dec 23:59",
            "3.1 grade_changed course:5 grade 8.5 → 15.5, grade_maximum 10 → 20",
            "3.1 grade_released module:29 grade - → 7, grade_maximum - → 10,"
                    + " grade_feedback - → Revisar el manejo de errores.",
            "3.1 deadline_added module:31 due_at - → 16 Dec 20:00",
            "3.1 new module:34 'Checkpoint: diagrama de clases' due 24 Nov 23:59",
            "3.2 removed module:17 status active → removed");

    @Test
    void full_looks_tell_exactly_what_was_done() {
        assertThat(told(Student::look)).containsExactlyElementsOf(EXPECTED);
    }

    @Test
    void quiet_looks_tell_exactly_what_was_done() {
        assertThat(told(Student::quietLook)).containsExactlyElementsOf(EXPECTED);
    }

    private static List<String> told(Function<Student, SyncReport> look) {
        List<String> told = new ArrayList<>();
        try (Student student = Student.ofDemo()) {
            for (int step = 0; step < Recording.demo().steps(); step++) {
                student.moodle.moveTo(step);
                for (int time = 1; time <= 2; time++) {
                    String moment = step + "." + time + " ";
                    look.apply(student).changes().stream()
                            .filter(change -> !change.baseline())
                            .forEach(change -> told.add(moment + line(change)));
                }
            }
        }
        return told;
    }

    private static String line(Change change) {
        String start = change.kind().key() + " " + change.item().key() + " ";
        if (change.kind() == ChangeKind.NEW) {
            String due = change.field(Field.DUE_AT)
                    .map(field -> " due " + shown(field.after()))
                    .orElse("");
            return start + "'" + change.about().title() + "'" + due;
        }
        return start
                + change.fields().stream()
                        .filter(field -> !QUIET_FIELDS.contains(field.field())
                                && !field.key().isEvidence())
                        .map(DemoLedgerTest::line)
                        .collect(Collectors.joining(", "));
    }

    private static String line(FieldChange change) {
        return change.field().equals(Field.BODY.key())
                ? "body_text …"
                : change.field() + " " + shown(change.before()) + " → " + shown(change.after());
    }

    private static String shown(@Nullable String value) {
        if (value == null) {
            return "-";
        }
        return value.matches("\\d{4}-\\d\\d-\\d\\dT.*Z") ? LOCAL.format(Instant.parse(value)) : value;
    }

    @Test
    void the_first_look_finds_81_things_and_tells_none_as_news() {
        try (Student student = Student.ofDemo()) {
            SyncReport report = student.look();

            Map<ItemType, Long> counts = student.activeItems().stream()
                    .collect(Collectors.groupingBy(item -> item.type(), TreeMap::new, Collectors.counting()));
            long activities = student.activeItems().stream()
                    .filter(item -> item.id().key().startsWith("module:"))
                    .count();
            assertThat(report.complete()).isTrue();
            assertThat(report.items()).isEqualTo(81);
            assertThat(report.baseline()).isEqualTo(81);
            assertThat(report.news()).isEmpty();
            assertThat(activities).isEqualTo(31);
            assertThat(counts)
                    .containsEntry(ItemType.FORUM, 5L)
                    .containsEntry(ItemType.MATERIAL_FILE, 8L)
                    .containsEntry(ItemType.CALENDAR_EVENT, 3L)
                    .containsEntry(ItemType.COURSE, 5L);
            assertThat(student.activeItems())
                    .filteredOn(item -> item.id().key().startsWith("discussion:"))
                    .hasSize(34);
            assertThat(counts).doesNotContainKey(ItemType.GRADE_ITEM);
        }
    }

    @Test
    void the_documents_dates_are_facts_with_their_types_in_local_time() {
        try (Student student = Student.ofDemo()) {
            student.look();

            assertThat(facts(student, "file:9:/Cronograma CALCULO I 2do. Cuat. 2026.pdf"))
                    .containsExactlyInAnyOrder(
                            "class_session_at 2026-08-10",
                            "class_session_at 2026-09-28",
                            "exam_at 5 Oct 18:00",
                            "exam_at 30 Nov 18:00",
                            "exam_at 9 Dec 18:00",
                            "grades_close_at 2026-12-18",
                            "due_at 4 Dec 20:00",
                            "classroom Aula 204",
                            "classroom Aula 204");
            assertThat(facts(student, "file:16:/CRONOGRAMA TERMODINAMICA 2C 2026.docx"))
                    .containsExactlyInAnyOrder(
                            "class_session_at 23 Nov 19:00", "exam_at 7 Dec 19:00", "due_at 2026-12-11");
            assertThat(facts(student, "file:28:/Cronograma de Ciencia de los Materiales. 2C-2026. Version 00.docx"))
                    .containsExactlyInAnyOrder("exam_at 10 Dec 14:00", "exam_at 17 Dec 14:00");
            assertThat(facts(student, "module:10")).containsExactly("exam_at 9 Dec 18:00");
        }
    }

    private static List<String> facts(Student student, String key) {
        return student.item(key).facts().stream()
                .map(fact -> fact.type().key() + " " + shown(fact.value()))
                .toList();
    }

    @Test
    void a_deadline_says_which_rule_gave_it() {
        try (Student student = Student.ofDemo()) {
            student.look();
            String overridden =
                    student.item("module:15").dueSource().orElseThrow().encode();
            student.moodle.moveTo(3);
            student.look();

            assertThat(overridden).isEqualTo("user_override mod_assign_get_assignments");
            assertThat(student.item("module:15").dueSource().orElseThrow().encode())
                    .isEqualTo("extension mod_assign_get_submission_status 2026-12-15T02:59:00Z");
        }
    }
}
