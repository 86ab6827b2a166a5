package dev.unitracker;

import static dev.unitracker.Classroom.ASSIGNMENTS;
import static dev.unitracker.Classroom.CONTENTS;
import static dev.unitracker.Classroom.changes;
import static dev.unitracker.Classroom.module;
import static dev.unitracker.Classroom.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Field;
import dev.unitracker.model.FieldKey;
import dev.unitracker.report.SyncReport;
import dev.unitracker.spi.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MovedByItselfTest {

    private static final Instant MONDAY = Instant.parse("2026-03-09T18:00:00Z");
    private static final Set<String> START = Set.of(Field.STARTS_AT.key());

    private final Classroom classroom = new Classroom();

    @Test
    void what_moved_by_itself_is_stored_and_is_no_news() {
        classroom.look(seen(CONTENTS, starting(week(0))));

        SyncReport report = classroom.look(seen(CONTENTS, starting(week(1)).byItself(START)));

        assertThat(changes(report)).containsExactly("module:5 refresh_only");
        assertThat(classroom.item("module:5").startsAt()).contains(week(1));
    }

    @Test
    void what_is_gone_by_itself_is_no_news_either() {
        classroom.look(seen(CONTENTS, module(5).otherDate("unnamed 1", MONDAY).build()));

        SyncReport report = classroom.look(seen(
                CONTENTS,
                module(5)
                        .otherDate("assessmentend", MONDAY)
                        .build()
                        .byItself(Set.of(
                                new FieldKey.OtherDate("unnamed 1").text(),
                                new FieldKey.OtherDate("assessmentend").text()))));

        assertThat(changes(report)).containsExactly("module:5 refresh_only");
    }

    @Test
    void what_another_answer_says_of_the_same_field_is_news() {
        classroom.look(seen(CONTENTS, starting(week(0))), seen(ASSIGNMENTS, starting(week(0))));

        SyncReport report =
                classroom.look(seen(CONTENTS, listed(week(1)).byItself(START)), seen(ASSIGNMENTS, starting(week(2))));

        assertThat(changes(report)).containsExactly("module:5 schedule_changed");
    }

    @Test
    void an_earlier_looks_note_silences_nothing_of_this_one() {
        classroom.look(seen(CONTENTS, starting(week(0))));
        classroom.look(seen(CONTENTS, starting(week(1)).byItself(START)));

        SyncReport report = classroom.look(seen(CONTENTS, starting(week(2))));

        assertThat(changes(report)).containsExactly("module:5 schedule_changed");
    }

    private static Sighting starting(Instant start) {
        return module(5).state(Field.STARTS_AT, start).build();
    }

    private static Sighting listed(Instant start) {
        return module(5).state(Field.STARTS_AT, start).rank(Sighting.SECOND).build();
    }

    private static Instant week(int number) {
        return MONDAY.plus(Duration.ofDays(7L * number));
    }
}
