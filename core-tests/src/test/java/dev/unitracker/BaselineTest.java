package dev.unitracker;

import static dev.unitracker.Classroom.ASSIGNMENTS;
import static dev.unitracker.Classroom.CALENDAR;
import static dev.unitracker.Classroom.CONTENTS;
import static dev.unitracker.Classroom.changes;
import static dev.unitracker.Classroom.module;
import static dev.unitracker.Classroom.modules;
import static dev.unitracker.Classroom.notLooked;
import static dev.unitracker.Classroom.part;
import static dev.unitracker.Classroom.partly;
import static dev.unitracker.Classroom.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.ItemType;
import dev.unitracker.report.SyncReport;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Sighting;
import org.junit.jupiter.api.Test;

class BaselineTest {

    private static final String COURSES = "moodle_courses/courses";
    private static final String FORUM = "moodle_forums/discussions/module:9";
    private static final Sighting NEWS = discussion(1);
    private static final Sighting COURSE = course(2);

    private final Classroom classroom = new Classroom();

    @Test
    void what_the_first_look_finds_is_new_and_baseline() {
        SyncReport report =
                classroom.look(seen(COURSES, COURSE), seen(CONTENTS, module(5).build()));

        assertThat(changes(report)).containsExactly("course:2 new baseline", "module:5 new baseline");
        assertThat(report.news()).isEmpty();
        assertThat(report.baseline()).isEqualTo(2);
    }

    @Test
    void what_turns_up_later_is_news() {
        classroom.look(seen(CONTENTS, module(5).build()));

        SyncReport report = classroom.look(seen(CONTENTS, modules(5, 6)));

        assertThat(changes(report)).containsExactly("module:6 new");
    }

    @Test
    void a_first_look_that_found_nothing_was_a_look() {
        classroom.look(seen(CONTENTS));

        SyncReport report = classroom.look(seen(CONTENTS, module(5).build()));

        assertThat(changes(report)).containsExactly("module:5 new");
    }

    @Test
    void a_first_look_that_failed_was_none() {
        classroom.look(seen(CONTENTS, module(9).build()), notLooked(FORUM));
        classroom.look(seen(CONTENTS, module(9).build()), notLooked(FORUM));

        SyncReport first = classroom.look(seen(CONTENTS, module(9).build()), seen(FORUM, discussion(1)));
        SyncReport second = classroom.look(seen(FORUM, discussion(1), discussion(2)));

        assertThat(changes(first)).containsExactly("discussion:1 new baseline");
        assertThat(changes(second)).containsExactly("discussion:2 new");
    }

    @Test
    void the_second_part_look_ends_a_first_look_that_is_never_complete() {
        classroom.look(partly(CONTENTS, module(1).build()));

        SyncReport second = classroom.look(partly(CONTENTS, module(2).build()));
        SyncReport third = classroom.look(partly(CONTENTS, module(3).build()));

        assertThat(changes(second)).containsExactly("module:2 new baseline");
        assertThat(changes(third)).containsExactly("module:3 new");
    }

    @Test
    void a_course_that_is_joined_is_news_and_what_it_holds_is_not() {
        classroom.look(seen(COURSES, COURSE), seen(CONTENTS, module(5).build()));

        SyncReport report = classroom.look(
                seen(COURSES, COURSE, course(3)), seen("moodle_contents/contents/course:3", inCourse3("module:30")));

        assertThat(changes(report)).containsExactly("course:3 new", "module:30 new baseline");
    }

    @Test
    void what_a_joined_course_adds_to_a_list_of_all_courses_is_no_news_either() {
        String all = "moodle_assignments/all";
        classroom.look(seen(COURSES, COURSE), seen(all, module(5).build()));

        SyncReport joined = classroom.look(
                seen(COURSES, COURSE, course(3)), seen(all, module(5).build(), inCourse3("module:30")));
        SyncReport later = classroom.look(
                seen(COURSES, COURSE, course(3)),
                seen(all, module(5).build(), inCourse3("module:30"), inCourse3("module:31")));

        assertThat(changes(joined)).containsExactly("course:3 new", "module:30 new baseline");
        assertThat(changes(later)).containsExactly("module:31 new");
    }

    @Test
    void without_a_list_of_courses_the_first_event_of_a_course_is_news() {
        classroom.look(seen(CALENDAR));

        SyncReport report = classroom.look(seen(CALENDAR, inCourse3("event:30")));

        assertThat(changes(report)).containsExactly("event:30 new");
    }

    @Test
    void the_first_announcement_of_a_brand_new_forum_is_news() {
        classroom.look(seen(CONTENTS, module(5).build()));

        SyncReport report =
                classroom.look(seen(CONTENTS, module(5).build(), module(9).build()), seen(FORUM, NEWS));

        assertThat(changes(report)).containsExactly("discussion:1 new", "module:9 new");
    }

    @Test
    void the_first_announcement_of_a_new_forum_is_news_even_if_it_could_not_be_read_at_once() {
        Observation bothForums = seen(CONTENTS, module(5).build(), module(9).build());
        Observation oldForum = seen("moodle_forums/discussions/module:5");
        classroom.look(seen(CONTENTS, module(5).build()), oldForum);
        classroom.look(bothForums, oldForum, notLooked(FORUM));

        SyncReport report = classroom.look(bothForums, oldForum, seen(FORUM, NEWS));

        assertThat(changes(report)).containsExactly("discussion:1 new");
    }

    @Test
    void what_a_collector_sees_that_is_added_later_is_no_news() {
        classroom.look(seen(CONTENTS, module(5).build()));
        classroom.look(seen(CONTENTS, module(5).build(), module(9).build()));

        SyncReport report = classroom.look(seen(FORUM, NEWS));

        assertThat(changes(report)).containsExactly("discussion:1 new baseline");
    }

    @Test
    void text_that_is_read_late_is_no_news() {
        classroom.look(seen(CONTENTS, module(5).rank(Sighting.SECOND).build()), notLooked(ASSIGNMENTS));

        SyncReport learnt =
                classroom.look(seen(ASSIGNMENTS, module(5).body("Write.").build()));
        SyncReport edited =
                classroom.look(seen(ASSIGNMENTS, module(5).body("Write more.").build()));

        assertThat(changes(learnt)).containsExactly("module:5 refresh_only");
        assertThat(classroom.item("module:5").body()).contains("Write more.");
        assertThat(changes(edited)).containsExactly("module:5 content_changed");
    }

    @Test
    void what_turns_up_in_a_list_that_was_read_before_is_news_though_the_item_is_old() {
        classroom.look(seen(CONTENTS, module(5).rank(Sighting.SECOND).build()), seen(ASSIGNMENTS));

        SyncReport report =
                classroom.look(seen(ASSIGNMENTS, module(5).body("Write.").build()));

        assertThat(changes(report)).containsExactly("module:5 content_changed");
    }

    @Test
    void text_that_is_added_later_is_news() {
        classroom.look(seen(ASSIGNMENTS, module(5).build()));

        SyncReport report =
                classroom.look(seen(ASSIGNMENTS, module(5).body("Write.").build()));

        assertThat(changes(report)).containsExactly("module:5 content_changed");
    }

    @Test
    void a_difference_to_what_was_known_is_news_though_it_is_read_late() {
        classroom.look(
                seen(CONTENTS, module(5).rank(Sighting.SECOND).title("Old name").build()), notLooked(ASSIGNMENTS));

        SyncReport report =
                classroom.look(seen(ASSIGNMENTS, module(5).title("New name").build()));

        assertThat(changes(report)).containsExactly("module:5 content_changed");
    }

    private static Sighting course(int number) {
        return Sighting.of("course:" + number, ItemType.COURSE)
                .course("course:" + number)
                .build();
    }

    private static Sighting discussion(int number) {
        return part("discussion:" + number, ItemType.ANNOUNCEMENT, "module:9").build();
    }

    private static Sighting inCourse3(String key) {
        return Sighting.of(key, ItemType.ASSIGNMENT).course("course:3").build();
    }
}
