package dev.unitracker;

import static dev.unitracker.Classroom.ASSIGNMENTS;
import static dev.unitracker.Classroom.CONTENTS;
import static dev.unitracker.Classroom.about;
import static dev.unitracker.Classroom.changes;
import static dev.unitracker.Classroom.module;
import static dev.unitracker.Classroom.modules;
import static dev.unitracker.Classroom.part;
import static dev.unitracker.Classroom.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Field;
import dev.unitracker.model.ItemType;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Run;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuspicionTest {

    private static final String FORUM = "moodle_forums/discussions/module:9";

    private final Classroom classroom = new Classroom();

    @Test
    void more_than_half_of_a_course_at_once_is_held_back_and_reported() {
        classroom.look(seen(CONTENTS, modules(1, 9)));

        SyncReport once = classroom.look(seen(CONTENTS, modules(1, 4)));
        SyncReport twice = classroom.look(seen(CONTENTS, modules(1, 4)));
        SyncReport thrice = classroom.look(seen(CONTENTS, modules(1, 4)));

        assertThat(once.suspected()).singleElement().asString().contains("course:2", "5 items");
        assertThat(once.run().outcome()).isEqualTo(Run.Outcome.PARTIAL);
        assertThat(twice.suspected()).hasSize(1);
        assertThat(thrice.changes()).isEmpty();
    }

    @Test
    void an_empty_answer_removes_nothing_and_is_forgotten_when_all_is_there_again() {
        classroom.look(seen(CONTENTS, modules(1, 9)));
        classroom.look(seen(CONTENTS));
        classroom.look(seen(CONTENTS));

        SyncReport back = classroom.look(seen(CONTENTS, modules(1, 9)));
        SyncReport oneLess = classroom.look(seen(CONTENTS, modules(1, 8)));

        assertThat(back.changes()).isEmpty();
        assertThat(back.complete()).isTrue();
        assertThat(oneLess.changes()).isEmpty();
    }

    @Test
    void half_of_a_course_is_not_more_than_half() {
        classroom.look(seen(CONTENTS, modules(1, 10)));

        classroom.look(seen(CONTENTS, modules(1, 5)));
        SyncReport report = classroom.look(seen(CONTENTS, modules(1, 5)));

        assertThat(report.suspected()).isEmpty();
        assertThat(report.changes()).hasSize(5);
    }

    @Test
    void fewer_than_five_are_never_suspicious() {
        classroom.look(seen(CONTENTS, modules(1, 4)));

        classroom.look(seen(CONTENTS));
        SyncReport report = classroom.look(seen(CONTENTS));

        assertThat(report.suspected()).isEmpty();
        assertThat(report.changes()).hasSize(4);
    }

    @Test
    void a_forum_goes_with_its_thirty_discussions() {
        classroom.look(seen(CONTENTS, modules(1, 9)), seen(FORUM, discussions()));

        classroom.look(seen(CONTENTS, modules(1, 8)), seen(FORUM));
        SyncReport report = classroom.look(seen(CONTENTS, modules(1, 8)), seen(FORUM));

        assertThat(report.suspected()).isEmpty();
        assertThat(report.changes()).hasSize(31);
    }

    @Test
    void thirty_discussions_without_their_forum_are_suspicious() {
        classroom.look(seen(CONTENTS, modules(1, 9)), seen(FORUM, discussions()));

        SyncReport report = classroom.look(seen(CONTENTS, modules(1, 9)), seen(FORUM));

        assertThat(report.suspected()).hasSize(1);
    }

    @Test
    void what_lies_deep_within_a_folder_that_goes_does_not_hide_that_half_the_course_goes() {
        List<Sighting> deep = new ArrayList<>();
        deep.add(part("chapter:1", ItemType.MATERIAL, "module:9").build());
        IntStream.rangeClosed(1, 20)
                .mapToObj(number -> part("file:1:/" + number, ItemType.MATERIAL_FILE, "chapter:1")
                        .build())
                .forEach(deep::add);
        classroom.look(seen(CONTENTS, modules(1, 9)), seen(FORUM, deep));

        SyncReport report = classroom.look(seen(CONTENTS, modules(1, 4)));

        assertThat(report.suspected()).hasSize(1);
    }

    @Test
    void what_was_already_missing_is_no_longer_half_of_the_course() {
        classroom.look(seen(CONTENTS, modules(1, 10)));
        classroom.look(seen(CONTENTS, modules(1, 6)));

        SyncReport report = classroom.look(seen(CONTENTS, modules(1, 1)));

        assertThat(report.suspected()).hasSize(1);
        assertThat(report.changes()).isEmpty();
    }

    @Test
    void a_suspicious_answer_is_no_proof_of_an_earlier_absence() {
        classroom.look(seen(CONTENTS, modules(1, 10)));
        classroom.look(seen(CONTENTS, modules(1, 9)));

        SyncReport report = classroom.look(seen(CONTENTS));

        assertThat(report.changes()).isEmpty();
        assertThat(changes(classroom.look(seen(CONTENTS, modules(1, 9))))).containsExactly("module:10 removed");
    }

    @Test
    void a_suspicious_answer_does_not_hold_back_what_others_prove() {
        Sighting discussion =
                part("discussion:1", ItemType.FORUM_DISCUSSION, "module:1").build();
        classroom.look(seen(CONTENTS, modules(1, 9)), seen(FORUM, discussion));
        classroom.look(seen(FORUM));

        SyncReport report = classroom.look(seen(CONTENTS), seen(FORUM));

        assertThat(report.suspected()).hasSize(1);
        assertThat(changes(report)).containsExactly("discussion:1 removed");
    }

    @Test
    void a_suspicious_answer_withdraws_nothing_that_it_used_to_mention() {
        Sighting grade = about(20).state(Field.GRADE, "8").build();
        List<Sighting> all = new ArrayList<>(modules(1, 9));
        all.add(grade);
        Observation elsewhere = seen(ASSIGNMENTS, module(20).build());
        classroom.look(seen(CONTENTS, all), elsewhere);

        SyncReport report = classroom.look(seen(CONTENTS), elsewhere);

        assertThat(report.suspected()).hasSize(1);
        assertThat(report.changes()).isEmpty();
    }

    @Test
    void a_course_whose_activities_are_all_replaced_gets_over_it() {
        classroom.look(seen(CONTENTS, modules(1, 8)));

        SyncReport replaced = classroom.look(seen(CONTENTS, modules(11, 18)));
        classroom.look(seen(CONTENTS, modules(11, 18)));
        SyncReport third = classroom.look(seen(CONTENTS, modules(11, 18)));

        assertThat(changes(replaced)).hasSize(8).allMatch(change -> change.endsWith(" new"));
        assertThat(changes(third)).hasSize(8).allMatch(change -> change.endsWith(" removed"));
    }

    @Test
    void one_course_is_not_held_back_for_another() {
        String other = "moodle_contents/contents/course:3";
        Sighting there =
                Sighting.of("module:50", ItemType.QUIZ).course("course:3").build();
        classroom.look(seen(CONTENTS, modules(1, 9)), seen(other, there));
        classroom.look(seen(CONTENTS), seen(other));

        SyncReport report = classroom.look(seen(CONTENTS), seen(other));

        assertThat(changes(report)).containsExactly("module:50 removed");
    }

    private static List<Sighting> discussions() {
        return IntStream.rangeClosed(1, 30)
                .mapToObj(number -> part("discussion:" + number, ItemType.FORUM_DISCUSSION, "module:9")
                        .build())
                .toList();
    }
}
