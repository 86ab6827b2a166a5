package dev.unitracker;

import static dev.unitracker.Classroom.ASSIGNMENTS;
import static dev.unitracker.Classroom.CALENDAR;
import static dev.unitracker.Classroom.CONTENTS;
import static dev.unitracker.Classroom.about;
import static dev.unitracker.Classroom.changes;
import static dev.unitracker.Classroom.module;
import static dev.unitracker.Classroom.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.DateRule;
import dev.unitracker.model.DateSource;
import dev.unitracker.report.SyncReport;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeadlineRulesTest {

    private static final Instant CLASS_DATE = day(4);
    private static final String STATUS = "moodle_status/status/module:5";

    private final Classroom classroom = new Classroom();

    @ParameterizedTest
    @MethodSource("rules")
    void the_strongest_rule_with_a_date_wins_and_says_so(DateRule strongest) {
        List<Observation> answers = new ArrayList<>();
        answers.add(seen(CONTENTS, module(5).build()));
        for (DateRule rule : Rules.ALL) {
            Instant due = rule.compareTo(strongest) < 0 ? null : dayOf(rule);
            answers.add(seen("by_" + rule.key() + "/x", stating(due, rule, Sighting.FIRST)));
        }

        classroom.look(answers);

        boolean isClassDate = strongest.compareTo(DateRule.ACTIVITY) >= 0;
        assertThat(classroom.item("module:5").dueAt()).contains(dayOf(strongest));
        assertThat(classroom.item("module:5").dueSource())
                .contains(
                        new DateSource(strongest.key(), "ask_by_" + strongest.key(), isClassDate ? null : CLASS_DATE));
    }

    @Test
    void an_extension_counts_though_it_is_only_mentioned_by_the_way() {
        classroom.look(
                seen(ASSIGNMENTS, module(5).due(CLASS_DATE, DateRule.ACTIVITY).build()),
                seen(STATUS, stating(day(18), Rules.EXTENSION, Sighting.THIRD)));

        assertThat(classroom.item("module:5").dueAt()).contains(day(18));
    }

    @Test
    void an_extension_that_is_taken_back_gives_the_class_date_again() {
        classroom.look(
                seen(ASSIGNMENTS, module(5).due(CLASS_DATE, DateRule.ACTIVITY).build()),
                seen(STATUS, stating(day(18), Rules.EXTENSION, Sighting.FIRST)));

        SyncReport report = classroom.look(seen(STATUS, stating(null, Rules.EXTENSION, Sighting.FIRST)));

        assertThat(changes(report)).containsExactly("module:5 deadline_changed");
        assertThat(classroom.item("module:5").dueAt()).contains(CLASS_DATE);
    }

    @Test
    void an_override_in_the_calendar_tells_why_the_activity_has_the_date_it_has() {
        classroom.look(
                seen(ASSIGNMENTS, module(5).due(day(14), DateRule.ACTIVITY).build()),
                seen(CALENDAR, stating(day(14), Rules.USER_OVERRIDE, Sighting.THIRD)));

        assertThat(classroom.item("module:5").dueSource().orElseThrow().rule()).isEqualTo(Rules.USER_OVERRIDE.key());
    }

    @Test
    void an_override_in_an_older_calendar_does_not_win_over_what_the_activity_says_now() {
        classroom.look(
                seen(ASSIGNMENTS, module(5).due(day(14), DateRule.ACTIVITY).build()),
                seen(CALENDAR, stating(day(14), Rules.USER_OVERRIDE, Sighting.THIRD)));

        SyncReport report = classroom.look(
                seen(ASSIGNMENTS, module(5).due(day(21), DateRule.ACTIVITY).build()));

        assertThat(changes(report)).containsExactly("module:5 deadline_changed");
        assertThat(classroom.item("module:5").dueAt()).contains(day(21));
        assertThat(classroom.item("module:5").dueSource().orElseThrow().rule()).isEqualTo(DateRule.ACTIVITY.key());
    }

    @Test
    void an_override_counts_where_nobody_states_the_activitys_date() {
        classroom.look(
                seen(CONTENTS, module(5).build()),
                seen(CALENDAR, stating(day(14), Rules.GROUP_OVERRIDE, Sighting.THIRD)));

        assertThat(classroom.item("module:5").dueAt()).contains(day(14));
    }

    @Test
    void a_deadline_that_is_stated_to_be_none_is_none_whatever_others_mention() {
        classroom.look(
                seen(ASSIGNMENTS, module(5).due(CLASS_DATE, DateRule.ACTIVITY).build()),
                seen(CALENDAR, stating(CLASS_DATE, DateRule.ACTIVITY, Sighting.THIRD)));

        SyncReport report = classroom.look(
                seen(ASSIGNMENTS, module(5).due(null, DateRule.ACTIVITY).build()));

        assertThat(changes(report)).containsExactly("module:5 deadline_removed");
        assertThat(classroom.item("module:5").dueSource()).isEmpty();
    }

    @Test
    void an_event_that_left_the_calendar_takes_no_deadline_with_it() {
        classroom.look(
                seen(ASSIGNMENTS, module(5).due(CLASS_DATE, DateRule.ACTIVITY).build()),
                seen(CALENDAR, stating(CLASS_DATE, DateRule.ACTIVITY, Sighting.THIRD)));

        SyncReport report = classroom.look(seen(CALENDAR));

        assertThat(report.changes()).isEmpty();
        assertThat(classroom.item("module:5").dueAt()).contains(CLASS_DATE);
    }

    @Test
    void what_is_expected_is_a_deadline_only_where_the_activity_has_none() {
        Observation expected = seen(CALENDAR, stating(day(9), Rules.EXPECTATION, Sighting.THIRD));
        classroom.look(seen(ASSIGNMENTS, module(5).due(null, DateRule.ACTIVITY).build()), expected);
        boolean withoutDate = classroom.item("module:5").dueAt().equals(Optional.of(day(9)));

        SyncReport dated = classroom.look(
                seen(ASSIGNMENTS, module(5).due(CLASS_DATE, DateRule.ACTIVITY).build()), expected);

        assertThat(withoutDate).isTrue();
        assertThat(changes(dated)).containsExactly("module:5 deadline_changed");
        assertThat(classroom.item("module:5").dueAt()).contains(CLASS_DATE);
        assertThat(classroom.item("module:5").dueSource().orElseThrow().rule()).isEqualTo(DateRule.ACTIVITY.key());
    }

    @Test
    void a_stale_mention_of_the_class_date_does_not_stand_in_for_what_is_expected() {
        classroom.look(
                seen(ASSIGNMENTS, module(5).due(null, DateRule.ACTIVITY).build()),
                seen(CALENDAR, stating(CLASS_DATE, DateRule.ACTIVITY, Sighting.THIRD)),
                seen("moodle_calendar/expected", stating(day(9), Rules.EXPECTATION, Sighting.THIRD)));

        assertThat(classroom.item("module:5").dueAt()).contains(day(9));
    }

    private static Sighting stating(@Nullable Instant due, DateRule rule, int rank) {
        return about(5).rank(rank).due(due, rule).build();
    }

    private static List<DateRule> rules() {
        return Rules.ALL;
    }

    private static Instant dayOf(DateRule rule) {
        return day(Rules.ALL.indexOf(rule) + 1);
    }

    private static Instant day(int day) {
        return Instant.parse("2026-04-01T12:00:00Z").plusSeconds(86_400L * (day - 1));
    }
}
