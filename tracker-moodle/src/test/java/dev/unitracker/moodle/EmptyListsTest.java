package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Item;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.report.SyncReport;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A list comes empty where there was something, and nothing else tells whether that is true. */
class EmptyListsTest {

    /** A list, a line of the report about it, and one of the things that it showed. */
    enum EmptyList {
        COURSES("moodle_courses", "list of courses: came back empty; nothing is taken as removed", "course:2") {
            @Override
            void empty(Student student) {
                student.moodle.answer(Where.function("core_enrol_get_users_courses"), answer -> "[]");
            }
        },
        MOST_COURSES("moodle_courses", "list of courses: 5 of 8 are missing at once", "course:907") {
            @Override
            void fill(Student student) {
                for (int id = 905; id < 908; id++) {
                    String course = "{\"id\":" + id + ",\"shortname\":\"X\",\"fullname\":\"X\"}";
                    student.moodle.answer(
                            Where.function("core_enrol_get_users_courses"),
                            answer -> answer.replaceFirst("^\\[", "[" + course + ","));
                }
            }

            @Override
            void empty(Student student) {
                student.moodle.answer(
                        Where.function("core_enrol_get_users_courses"),
                        Edits.of(courses ->
                                List.of(2, 3, 905, 906, 907).forEach(id -> Edits.remove(courses, "id", id))));
            }
        },
        FORUMS("moodle_forums", "forums/course:2: nothing came where there was something", "module:1") {
            @Override
            Student student() {
                Student student = Student.of(Recording.demo());
                // No other answer shows what there is.
                student.moodle.removeFunction("core_course_get_contents");
                return student.settled();
            }

            @Override
            void empty(Student student) {
                student.moodle.answer(Where.function("mod_forum_get_forums_by_courses"), answer -> "[]");
            }
        },
        CALENDAR("moodle_calendar", "calendar: came without any event; nothing is taken as removed", "event:26") {
            @Override
            void empty(Student student) {
                student.moodle.answer(
                        Where.function("core_calendar_get_calendar_events"),
                        answer -> "{\"events\":[],\"warnings\":[]}");
            }
        },
        EXPORT("moodle_calendar", "calendar: the export came empty; nothing is taken as removed", "event:24") {
            @Override
            Student student() {
                Student student = Student.of(Recording.demo());
                return student.watchedBy(MoodleCalendar.at(
                                        student.moodle.url() + "/calendar/export_execute.php?userid=3"
                                                + "&authtoken=00000000000000000000000000000000000000ee"
                                                + "&preset_what=all&preset_time=recentupcoming",
                                        ZoneId.of("America/Argentina/Buenos_Aires"))
                                .build())
                        .settled();
            }

            @Override
            void empty(Student student) {
                student.moodle.answer(
                        Where.path("/calendar/export_execute.php"),
                        calendar -> "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n");
            }
        };

        private final String part;
        private final String line;
        private final String shown;

        EmptyList(String part, String line, String shown) {
            this.part = part;
            this.line = line;
            this.shown = shown;
        }

        Student student() {
            Student student = Student.of(Recording.demo());
            fill(student);
            return student.settled();
        }

        void fill(Student student) {}

        abstract void empty(Student student);

        boolean isHeld(SyncReport report) {
            return report.run().notLooked().stream().anyMatch(told -> told.startsWith(part + ": " + line));
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_is_held_said_and_believed_at_the_third_look_a_day_later(EmptyList list) {
        try (Student student = list.student()) {
            List<Item> before = student.activeItems();
            list.empty(student);

            SyncReport first = student.look();
            SyncReport second = student.look();
            List<Item> held = student.activeItems();
            student.wait(Duration.ofHours(24));
            SyncReport third = student.look();

            assertThat(List.of(first, second))
                    .allMatch(list::isHeld)
                    .allMatch(report -> report.changes().isEmpty());
            assertThat(held).isEqualTo(before);
            assertThat(list.isHeld(third)).isFalse();
            assertThat(third.changes())
                    .filteredOn(change -> change.item().key().equals(list.shown))
                    .extracting(Change::kind)
                    .containsExactly(ChangeKind.REMOVED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void three_looks_within_a_day_prove_nothing(EmptyList list) {
        try (Student student = list.student()) {
            list.empty(student);
            student.look();
            student.wait(Duration.ofHours(23));
            student.look();

            SyncReport third = student.look();

            assertThat(list.isHeld(third)).isTrue();
            assertThat(third.changes()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_back_in_between_is_no_news_and_it_begins_anew(EmptyList list) {
        try (Student student = list.student()) {
            list.empty(student);
            student.look();
            student.look();
            student.moodle.clearFailures();
            list.fill(student);
            SyncReport back = student.look();
            student.wait(Duration.ofHours(24));
            list.empty(student);

            SyncReport again = student.look();

            assertThat(back.changes()).isEmpty();
            assertThat(list.isHeld(back)).isFalse();
            assertThat(list.isHeld(again)).isTrue();
            assertThat(again.changes()).isEmpty();
        }
    }
}
