package dev.unitracker.notice;

import static dev.unitracker.notice.Told.BUENOS_AIRES;
import static dev.unitracker.notice.Told.NOW;
import static dev.unitracker.notice.Told.change;
import static dev.unitracker.notice.Told.field;
import static dev.unitracker.notice.Told.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlertPlanTest {

    private static final AlertSettings SETTINGS = AlertSettings.in(BUENOS_AIRES);
    private static final Instant NEXT_WEEK = NOW.plus(Duration.ofDays(7));

    private final List<Change> changes = new ArrayList<>();
    private final Map<ItemId, Item> items = new TreeMap<>();

    @Test
    void eight_changes_of_a_kind_are_eight_alerts() {
        deadlines(8);

        assertThat(plan())
                .extracting(planned -> planned.notice().key())
                .containsExactly(
                        "change/1", "change/2", "change/3", "change/4", "change/5", "change/6", "change/7", "change/8");
    }

    @Test
    void nine_changes_of_a_kind_are_one_alert_of_all_of_them() {
        deadlines(9);

        assertThat(plan()).singleElement().satisfies(planned -> {
            assertThat(planned.notice().key()).isEqualTo("storm/run-1/course:2/deadline_changed/9");
            assertThat(planned.notice())
                    .isEqualTo(new Notice.Storm(
                            "run-1",
                            "course:2",
                            ChangeKind.DEADLINE_CHANGED,
                            LongStream.rangeClosed(1, 9).boxed().toList(),
                            Severity.HIGH));
            assertThat(planned.notice().item()).isEmpty();
            assertThat(planned.notice().latestChange()).isEqualTo(9);
            assertThat(planned.notice().asksForAcknowledgement()).isTrue();
        });
    }

    @Test
    void each_kind_is_a_storm_of_its_own() {
        deadlines(9);
        for (int i = 0; i < 8; i++) {
            add(ChangeKind.EXAM_CHANGED, "exam_at[]", NEXT_WEEK, null);
        }

        assertThat(plan()).hasSize(1 + 8);
    }

    @Test
    void what_nobody_is_told_of_makes_no_storm() {
        deadlines(8);
        for (int i = 0; i < 20; i++) {
            add(ChangeKind.REFRESH_ONLY, Field.URL.key(), NEXT_WEEK, null);
        }

        assertThat(plan()).hasSize(8);
    }

    @Test
    void a_storm_matters_as_much_as_the_most_important_of_it() {
        for (int i = 0; i < 9; i++) {
            add(ChangeKind.SCHEDULE_CHANGED, Field.PLACE.key(), "Aula " + i, null);
        }
        Severity without = plan().get(0).notice().severity();
        add(ChangeKind.SCHEDULE_CHANGED, Field.STARTS_AT.key(), NEXT_WEEK, null);

        Severity with = plan().get(0).notice().severity();

        assertThat(without).isEqualTo(Severity.MEDIUM);
        assertThat(with).isEqualTo(Severity.HIGH);
    }

    @Test
    void the_same_changes_plan_the_same_and_a_look_that_is_made_again_another_storm() {
        deadlines(9);
        List<Planned> first = plan();

        assertThat(plan()).isEqualTo(first);
        changes.clear();
        deadlines(9, 20);
        assertThat(plan())
                .extracting(planned -> planned.notice().key())
                .containsExactly("storm/run-1/course:2/deadline_changed/28");
    }

    @Test
    void an_alert_of_something_due_is_worth_nothing_once_it_is_due() {
        add(ChangeKind.DEADLINE_CHANGED, Field.DUE_AT.key(), NEXT_WEEK, NEXT_WEEK);

        assertThat(plan()).singleElement().satisfies(planned -> {
            assertThat(planned.at()).isEqualTo(NOW);
            assertThat(planned.expiresAt()).isEqualTo(NEXT_WEEK);
        });
    }

    @Test
    void a_deadline_that_was_dropped_or_moved_into_the_past_is_told_however_late() {
        add(ChangeKind.DEADLINE_REMOVED, Field.DUE_AT.key(), null, null, NEXT_WEEK);
        add(ChangeKind.DEADLINE_CHANGED, Field.DUE_AT.key(), NOW.minusSeconds(1), NOW.minusSeconds(1), NEXT_WEEK);

        assertThat(plan())
                .hasSize(2)
                .allSatisfy(planned -> assertThat(planned.expiresAt()).isNull());
    }

    @Test
    void that_an_activity_opens_ends_nothing() {
        Instant tonight = NOW.plus(Duration.ofHours(12));
        Item opening = item("module:1", ItemType.QUIZ)
                .with(Field.STARTS_AT, tonight.toString())
                .with(Field.TITLE, "Parcial");
        Item due = opening.with(Field.DUE_AT, NEXT_WEEK.toString());

        assertThat(planOfNew(opening).expiresAt()).isNull();
        assertThat(planOfNew(due).expiresAt()).isEqualTo(NEXT_WEEK);
    }

    @Test
    void an_event_is_over_when_its_hour_has_come() {
        Item event = item("event:1", ItemType.CALENDAR_EVENT)
                .with(Field.STARTS_AT, NEXT_WEEK.toString())
                .with(Field.TITLE, "Parcial");

        assertThat(planOfNew(event).expiresAt()).isEqualTo(NEXT_WEEK);
    }

    @Test
    void a_grade_does_not_expire() {
        add(ChangeKind.GRADE_RELEASED, Field.GRADE.key(), "9", NEXT_WEEK);

        assertThat(plan()).singleElement().satisfies(planned -> {
            assertThat(planned.expiresAt()).isNull();
            assertThat(planned.notice().asksForAcknowledgement()).isFalse();
        });
    }

    @Test
    void a_storm_expires_with_the_last_of_it_and_not_at_all_if_one_does_not() {
        for (int i = 1; i <= 9; i++) {
            Instant due = NEXT_WEEK.plus(Duration.ofDays(i));
            add(ChangeKind.DEADLINE_CHANGED, Field.DUE_AT.key(), due, due);
        }
        @Nullable Instant expiry = plan().get(0).expiresAt();
        add(ChangeKind.DEADLINE_CHANGED, Field.DUE_AT.key(), NOW.minusSeconds(1), NOW.minusSeconds(1), NEXT_WEEK);

        assertThat(expiry).isEqualTo(NEXT_WEEK.plus(Duration.ofDays(9)));
        assertThat(plan().get(0).expiresAt()).isNull();
    }

    @Test
    void quiet_hours_put_an_alert_off_unless_it_would_be_worthless_then() {
        AlertSettings quiet = SETTINGS.quiet(QuietHours.parse("11:00-20:00", BUENOS_AIRES));
        Instant before = NOW.plus(Duration.ofHours(8));
        Instant after = NOW.plus(Duration.ofHours(9));
        add(ChangeKind.DEADLINE_CHANGED, Field.DUE_AT.key(), before, before);
        add(ChangeKind.DEADLINE_CHANGED, Field.DUE_AT.key(), after, after);

        List<Planned> planned = new AlertPlan(quiet, BUENOS_AIRES).of("course:2", changes, items, "run-1", NOW);

        // It is noon: 20:00 is eight hours away, and a quarter of an hour before 11:00 is past.
        assertThat(planned)
                .extracting(Planned::at)
                .containsExactly(NOW.minus(Duration.ofMinutes(75)), NOW.plus(Duration.ofHours(8)));
    }

    @Test
    void what_takes_place_within_quiet_hours_is_told_before_it_and_told_late_rather_than_not() {
        AlertSettings quiet = SETTINGS.quiet(QuietHours.parse("11:00-20:00", BUENOS_AIRES));
        Instant within = NOW.plus(Duration.ofHours(7));
        add(ChangeKind.EXAM_CHANGED, "exam_at[parcial]", within, null);
        add(ChangeKind.SCHEDULE_CHANGED, "class_session_at[]", within, null);
        add(ChangeKind.SCHEDULE_CHANGED, "starts_at[cursada]", within, null);
        add(
                ChangeKind.EXAM_CHANGED,
                "exam_at[final]",
                NOW.plus(Duration.ofHours(8).plusMinutes(1)),
                null);
        add(ChangeKind.EXAM_CHANGED, "exam_at[final]", "2026-03-02", null);
        add(ChangeKind.SCHEDULE_CHANGED, Field.STARTS_AT.key(), within, null);
        add(ChangeKind.EXAM_CHANGED, "exam_at[pasado]", NOW.minusSeconds(60), null, within);

        List<Planned> planned = new AlertPlan(quiet, BUENOS_AIRES).of("course:2", changes, items, "run-1", NOW);

        Instant atOnce = NOW.minus(Duration.ofMinutes(75));
        Instant over = NOW.plus(Duration.ofHours(8));
        assertThat(planned.stream()
                        .filter(one -> one.at().equals(atOnce))
                        .map(one -> one.notice().latestChange()))
                .containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(planned).hasSize(7).allSatisfy(one -> {
            assertThat(one.at()).isIn(atOnce, over);
            assertThat(one.expiresAt()).isNull();
        });
    }

    private void deadlines(int count) {
        deadlines(count, 1);
    }

    private void deadlines(int count, int firstNumber) {
        for (int i = 0; i < count; i++) {
            Item item = item("module:" + i, ItemType.ASSIGNMENT).with(Field.DUE_AT, NEXT_WEEK.toString());
            items.put(item.id(), item);
            changes.add(change(
                    firstNumber + i, item, ChangeKind.DEADLINE_CHANGED, false, field(Field.DUE_AT, null, NEXT_WEEK)));
        }
    }

    private void add(ChangeKind kind, String field, Object after, @Nullable Instant due) {
        add(kind, field, after, due, null);
    }

    private void add(
            ChangeKind kind, String field, @Nullable Object after, @Nullable Instant due, @Nullable Object before) {
        int number = changes.size() + 1;
        Item item =
                item("module:" + number, ItemType.ASSIGNMENT).with(Field.DUE_AT, due == null ? null : due.toString());
        items.put(item.id(), item);
        changes.add(change(number, item, kind, false, field(field, before, after)));
    }

    private static Planned planOfNew(Item item) {
        Change change = change(
                1,
                item,
                ChangeKind.NEW,
                false,
                field(Field.TITLE, null, item.title()),
                field(Field.STARTS_AT, null, item.startsAt().orElseThrow()));
        return new AlertPlan(SETTINGS, BUENOS_AIRES)
                .of("course:2", List.of(change), Map.of(item.id(), item), "run-1", NOW)
                .get(0);
    }

    private List<Planned> plan() {
        return new AlertPlan(SETTINGS, BUENOS_AIRES).of("course:2", changes, items, "run-1", NOW);
    }
}
