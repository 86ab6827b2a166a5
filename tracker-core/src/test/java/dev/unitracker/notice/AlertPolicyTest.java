package dev.unitracker.notice;

import static dev.unitracker.notice.Severity.HIGH;
import static dev.unitracker.notice.Severity.INFORMATION;
import static dev.unitracker.notice.Severity.MEDIUM;
import static dev.unitracker.notice.Told.BUENOS_AIRES;
import static dev.unitracker.notice.Told.NOW;
import static dev.unitracker.notice.Told.change;
import static dev.unitracker.notice.Told.due;
import static dev.unitracker.notice.Told.field;
import static dev.unitracker.notice.Told.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Completion;
import dev.unitracker.model.Field;
import dev.unitracker.model.FieldChange;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.ItemType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AlertPolicyTest {

    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final Instant NEXT_WEEK = NOW.plus(Duration.ofDays(7));
    private static final Instant LAST_WEEK = NOW.minus(Duration.ofDays(7));
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
    private static final String EXAM = "exam_at[parcial]";

    private final AlertPolicy policy = new AlertPolicy(AlertSettings.in(BUENOS_AIRES), BUENOS_AIRES);

    static List<Arguments> deadlines() {
        return List.of(
                Arguments.of(ChangeKind.DEADLINE_ADDED, null, NEXT_WEEK, HIGH),
                Arguments.of(ChangeKind.DEADLINE_CHANGED, NEXT_WEEK, TOMORROW, HIGH),
                Arguments.of(ChangeKind.DEADLINE_CHANGED, NEXT_WEEK, YESTERDAY, HIGH),
                Arguments.of(ChangeKind.DEADLINE_CHANGED, YESTERDAY, NEXT_WEEK, HIGH),
                Arguments.of(ChangeKind.DEADLINE_REMOVED, NEXT_WEEK, null, HIGH),
                Arguments.of(ChangeKind.DEADLINE_ADDED, null, LAST_WEEK, null),
                Arguments.of(ChangeKind.DEADLINE_CHANGED, LAST_WEEK, YESTERDAY, null),
                Arguments.of(ChangeKind.DEADLINE_REMOVED, LAST_WEEK, null, null));
    }

    @ParameterizedTest
    @MethodSource("deadlines")
    void a_deadline_that_comes_goes_or_moves_is_high_unless_it_is_all_past(
            ChangeKind kind, @Nullable Instant before, @Nullable Instant after, @Nullable Severity expected) {
        Item item = item(ItemType.ASSIGNMENT).with(Field.DUE_AT, after == null ? null : after.toString());

        Optional<Severity> judged = judge(change(item, kind, field(Field.DUE_AT, before, after)), item);

        assertThat(judged).isEqualTo(Optional.ofNullable(expected));
    }

    static List<Arguments> exams() {
        return List.of(
                Arguments.of(null, TOMORROW.toString(), HIGH),
                Arguments.of(NEXT_WEEK.toString(), null, HIGH),
                Arguments.of("2026-03-20", "2026-03-27", HIGH),
                // All of today is to come until it is over, in the student's zone.
                Arguments.of(null, "2026-03-02", HIGH),
                Arguments.of(null, "2026-03-01", null),
                Arguments.of(LAST_WEEK.toString(), YESTERDAY.toString(), null));
    }

    @ParameterizedTest
    @MethodSource("exams")
    void an_exam_that_comes_goes_or_moves_is_high_unless_it_is_all_past(
            @Nullable String before, @Nullable String after, @Nullable Severity expected) {
        Item item = item(ItemType.MATERIAL_FILE);

        Optional<Severity> judged = judge(change(item, ChangeKind.EXAM_CHANGED, field(EXAM, before, after)), item);

        assertThat(judged).isEqualTo(Optional.ofNullable(expected));
    }

    static List<Arguments> newOnes() {
        return List.of(
                Arguments.of(NOW, HIGH),
                Arguments.of(NOW.plus(Duration.ofDays(3)), HIGH),
                Arguments.of(NOW.plus(Duration.ofDays(3)).plusSeconds(1), null),
                Arguments.of(NOW.minusSeconds(1), null));
    }

    @ParameterizedTest
    @MethodSource("newOnes")
    void something_new_or_back_is_high_if_it_is_due_within_three_days(Instant due, @Nullable Severity expected) {
        Item item = due(due);

        Optional<Severity> asNew = judge(change(item, ChangeKind.NEW, field(Field.DUE_AT, null, due)), item);
        Optional<Severity> asBack =
                judge(change(item, ChangeKind.REAPPEARED, field(Field.STATUS, "removed", "active")), item);

        assertThat(asNew).isEqualTo(Optional.ofNullable(expected));
        assertThat(asBack).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void what_is_removed_is_no_alert_but_a_line_of_the_digest() {
        FieldChange gone = field(Field.STATUS, "active", "removed");
        Item ahead = due(NEXT_WEEK).with(Field.STATUS, ItemStatus.REMOVED.key());
        Item announcement = item(ItemType.ANNOUNCEMENT).with(Field.TITLE, "Parcial");

        assertThat(judge(change(ahead, ChangeKind.REMOVED, gone), ahead)).isEmpty();
        assertThat(judge(change(announcement, ChangeKind.REMOVED, gone), announcement))
                .isEmpty();
    }

    static List<Arguments> sessions() {
        Instant inTwoWeeks = NOW.plus(Duration.ofDays(14));
        return List.of(
                Arguments.of("class_session_at[]", null, inTwoWeeks.toString(), HIGH),
                Arguments.of(
                        "class_session_at[]", null, inTwoWeeks.plusSeconds(1).toString(), MEDIUM),
                Arguments.of("class_session_at[]", "2026-03-10", "2026-06-10", HIGH),
                Arguments.of("starts_at", "2026-06-10T12:00:00Z", "2026-06-11T12:00:00Z", MEDIUM),
                Arguments.of("starts_at", LAST_WEEK.toString(), YESTERDAY.toString(), null),
                Arguments.of("place", "Aula 1", "Aula 2", MEDIUM),
                Arguments.of("classroom[]", null, "Aula Magna", MEDIUM),
                Arguments.of("cut_off_at", null, TOMORROW.toString(), HIGH));
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void a_moved_class_is_high_within_two_weeks_else_medium_and_nothing_once_it_is_past(
            String field, @Nullable String before, @Nullable String after, @Nullable Severity expected) {
        Item item = item(ItemType.CALENDAR_EVENT);

        Optional<Severity> judged = judge(change(item, ChangeKind.SCHEDULE_CHANGED, field(field, before, after)), item);

        assertThat(judged).isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @EnumSource(
            value = ChangeKind.class,
            names = {"COMPLETION_CHANGED", "REFRESH_ONLY"})
    void progress_and_refreshes_are_told_to_nobody(ChangeKind kind) {
        Item item = due(TOMORROW).with(Field.TITLE, "Parcial");

        assertThat(judge(change(item, kind, field(Field.TITLE, null, "Parcial")), item))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ChangeKind.class)
    void a_baseline_is_told_to_nobody(ChangeKind kind) {
        Item item = due(TOMORROW).with(Field.TITLE, "Parcial");
        Change change = change(1, item, kind, true, field(Field.DUE_AT, null, TOMORROW));

        assertThat(judge(change, item)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ChangeKind.class)
    void of_what_is_completed_only_the_grade_is_told(ChangeKind kind) {
        Item item = due(TOMORROW).with(Field.TITLE, "Parcial").with(Field.COMPLETION, Completion.COMPLETED.key());
        boolean grade = kind == ChangeKind.GRADE_RELEASED || kind == ChangeKind.GRADE_CHANGED;

        Optional<Severity> judged = judge(
                change(item, kind, field(Field.DUE_AT, null, TOMORROW), field(Field.TITLE, null, "Parcial")), item);

        assertThat(judged).isEqualTo(grade ? Optional.of(INFORMATION) : Optional.empty());
    }

    @Test
    void the_students_own_word_completes_too() {
        Item item = due(TOMORROW).with(Field.COMPLETION_OVERRIDE, Completion.COMPLETED.key());

        assertThat(judge(change(item, ChangeKind.DEADLINE_ADDED, field(Field.DUE_AT, null, TOMORROW)), item))
                .isEmpty();
    }

    @Test
    void a_grade_is_good_to_know_but_a_courses_total_is_not_told() {
        FieldChange grade = field(Field.GRADE, null, "9");
        Item exam = item(ItemType.QUIZ);
        Item course = item("course:2", ItemType.COURSE);

        assertThat(judge(change(exam, ChangeKind.GRADE_RELEASED, grade), exam)).contains(INFORMATION);
        assertThat(judge(change(course, ChangeKind.GRADE_CHANGED, grade), course))
                .isEmpty();
    }

    static List<Arguments> texts() {
        return List.of(
                Arguments.of(ItemType.ANNOUNCEMENT, Field.TITLE, "Cambio de aula", MEDIUM),
                Arguments.of(ItemType.ANNOUNCEMENT, Field.BODY, "La clase queda SUSPENDIDA.", MEDIUM),
                Arguments.of(ItemType.FORUM_DISCUSSION, Field.REPLY_TEXT, "the exam is on Monday", MEDIUM),
                Arguments.of(ItemType.ASSIGNMENT, Field.INTRODUCTION, "La entrega es por grupo", MEDIUM),
                Arguments.of(ItemType.QUIZ, Field.TITLE, "Recuperatorio", MEDIUM),
                Arguments.of(ItemType.CALENDAR_EVENT, Field.TITLE, "Midterm", MEDIUM),
                Arguments.of(ItemType.ANNOUNCEMENT, Field.TITLE, "Bienvenidos", null),
                Arguments.of(ItemType.MATERIAL_FILE, Field.BODY, "Parcial 2019", null),
                Arguments.of(ItemType.MATERIAL, Field.TITLE, "Examen modelo", null));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void what_is_said_with_a_word_that_matters_is_medium(
            ItemType type, Field where, String text, @Nullable Severity expected) {
        Item item = item(type).with(where, text);

        Optional<Severity> asNew = judge(change(item, ChangeKind.NEW, field(where, null, text)), item);
        Optional<Severity> asEdit = judge(change(item, ChangeKind.CONTENT_CHANGED, field(where, "before", text)), item);

        assertThat(asNew).isEqualTo(Optional.ofNullable(expected));
        assertThat(asEdit).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void of_replies_only_the_new_ones_count() {
        Item item = item(ItemType.FORUM_DISCUSSION);
        String asked = "When is the exam?";

        assertThat(judge(replied(item, asked, asked + "\nThank you"), item)).isEmpty();
        assertThat(judge(replied(item, asked, asked + "\nThe exam is tomorrow"), item))
                .contains(MEDIUM);
    }

    @Test
    void a_word_in_the_title_counts_only_when_the_title_is_said_anew() {
        Item item = item(ItemType.ASSIGNMENT).with(Field.TITLE, "Entrega 1");

        assertThat(judge(change(item, ChangeKind.CONTENT_CHANGED, field(Field.BODY, "a", "b")), item))
                .isEmpty();
    }

    @Test
    void the_highest_severity_wins() {
        Item item = due(TOMORROW).with(Field.TITLE, "Entrega");
        Change change =
                change(item, ChangeKind.NEW, field(Field.TITLE, null, "Entrega"), field(Field.DUE_AT, null, TOMORROW));

        assertThat(judge(change, item)).contains(HIGH);
    }

    @Test
    void a_past_exam_that_is_dropped_does_not_hide_that_tomorrows_class_moves() {
        Item item = item(ItemType.MATERIAL_FILE);

        Optional<Severity> judged = judge(
                change(
                        item,
                        ChangeKind.EXAM_CHANGED,
                        field(EXAM, LAST_WEEK, null),
                        field("class_session_at[clase]", TOMORROW, NEXT_WEEK)),
                item);

        assertThat(judged).contains(HIGH);
    }

    @Test
    void what_is_back_with_another_deadline_is_high() {
        Item item = due(NEXT_WEEK);

        Optional<Severity> judged = judge(
                change(
                        item,
                        ChangeKind.REAPPEARED,
                        field(Field.STATUS, "removed", "active"),
                        field(Field.DUE_AT, NEXT_WEEK.plus(Duration.ofDays(7)), NEXT_WEEK)),
                item);

        assertThat(judged).contains(HIGH);
    }

    @Test
    void a_grade_is_told_beside_what_is_no_news_of_something_completed() {
        Item item = due(NEXT_WEEK).with(Field.COMPLETION, Completion.COMPLETED.key());

        Optional<Severity> judged = judge(
                change(
                        item,
                        ChangeKind.DEADLINE_CHANGED,
                        field(Field.DUE_AT, TOMORROW, NEXT_WEEK),
                        field(Field.GRADE, null, "9")),
                item);

        assertThat(judged).contains(INFORMATION);
    }

    @Test
    void a_grade_that_was_written_into_the_gradebook_by_hand_is_told() {
        Item item = item("grade:17", ItemType.GRADE_ITEM);

        assertThat(judge(change(item, ChangeKind.NEW, field(Field.GRADE, null, "9")), item))
                .contains(INFORMATION);
        assertThat(judge(change(item, ChangeKind.NEW, field(Field.GRADE_MAXIMUM, null, "10")), item))
                .isEmpty();
    }

    @Test
    void what_was_only_read_for_the_first_time_alerts_nobody() {
        Item item = item(ItemType.MATERIAL_FILE);

        // Had the exam been news, the change would be one of an exam.
        Optional<Severity> judged = judge(
                change(item, ChangeKind.CONTENT_CHANGED, field(Field.TITLE, "a", "b"), field(EXAM, null, TOMORROW)),
                item);

        assertThat(judged).isEmpty();
    }

    @Test
    void dropping_the_first_of_three_classes_moves_none_of_the_others() {
        Item item = item(ItemType.MATERIAL_FILE);
        Instant later = NEXT_WEEK.plus(Duration.ofDays(7));

        Optional<Severity> judged = judge(
                change(
                        item,
                        ChangeKind.SCHEDULE_CHANGED,
                        field("class_session_at[clase]", LAST_WEEK, NEXT_WEEK),
                        field("class_session_at[clase#2]", NEXT_WEEK, later),
                        field("class_session_at[clase#3]", later, null)),
                item);

        assertThat(judged).isEmpty();
    }

    @Test
    void another_room_for_a_class_is_high_within_two_weeks_and_nothing_once_it_began() {
        FieldChange room = field(Field.PLACE, "Aula 1", "Aula 2");
        Item event = item("event:1", ItemType.CALENDAR_EVENT);
        Item soon = event.with(Field.STARTS_AT, TOMORROW.toString());
        Item later = event.with(Field.STARTS_AT, NOW.plus(Duration.ofDays(15)).toString());
        Item over = event.with(Field.STARTS_AT, YESTERDAY.toString());

        assertThat(judge(change(soon, ChangeKind.SCHEDULE_CHANGED, room), soon)).contains(HIGH);
        assertThat(judge(change(later, ChangeKind.SCHEDULE_CHANGED, room), later))
                .contains(MEDIUM);
        assertThat(judge(change(over, ChangeKind.SCHEDULE_CHANGED, room), over)).isEmpty();
    }

    private static Change replied(Item item, String before, String after) {
        return change(item, ChangeKind.CONTENT_CHANGED, field(Field.REPLY_TEXT, before, after));
    }

    private Optional<Severity> judge(Change change, Item item) {
        return policy.judge(change, item, NOW);
    }
}
