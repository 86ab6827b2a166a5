package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Run.Outcome;
import dev.unitracker.testkit.RecordingNotifier;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a site says once a day of itself: a bad answer costs the look that got it, and no other. */
class SiteInfoTest {

    private static final String SITE_INFO = "core_webservice_get_site_info";
    private static final String ASSIGNMENTS = "mod_assign_get_assignments";
    private static final Duration MORE_THAN_A_DAY = Duration.ofHours(25);
    private static final Duration MORE_THAN_AN_HOUR = Duration.ofMinutes(61);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "null",
                "\"\"",
                "[{}]",
                "{\"userid\":3}",
                "{\"userid\":3,\"functions\":null}",
                "{\"userid\":3,\"functions\":[]}",
                "{\"userid\":3,\"functions\":[{}]}",
                "{\"userid\":3,\"functions\":{\"name\":\"core_enrol_get_users_courses\"}}",
                "{\"userid\":true,\"functions\":[{\"name\":\"core_enrol_get_users_courses\"}]}",
                "{\"userid\":0,\"functions\":[{\"name\":\"core_enrol_get_users_courses\"}]}",
                "{\"functions\":[{\"name\":\"core_enrol_get_users_courses\"}]}"
            })
    void an_answer_of_another_shape_is_not_believed_and_the_next_look_asks_again(String answer) {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.wait(MORE_THAN_A_DAY);
            student.moodle.answer(Where.function(SITE_INFO), info -> answer);

            SyncReport blind = student.quietLook();
            student.moodle.clearFailures();
            student.moodle.moveTo(1);
            SyncReport next = student.quietLook();

            assertThat(blind.run().outcome()).isEqualTo(Outcome.PARTIAL);
            assertThat(blind.run().notLooked())
                    .isNotEmpty()
                    .allMatch(line -> line.contains("the site does not say what it offers"));
            assertThat(blind.changes()).isEmpty();
            assertThat(next.complete()).isTrue();
            assertThat(next.news()).hasSize(4);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "{}", "{\"name\":null}", "{\"name\":7}"})
    void among_its_functions_one_without_a_name_costs_none_but_itself(String nameless) {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.wait(MORE_THAN_A_DAY);
            student.moodle.answer(
                    Where.function(SITE_INFO),
                    info -> info.replaceFirst("\"functions\":\\[", "\"functions\":[" + nameless + ","));

            SyncReport report = student.quietLook();

            assertThat(report.complete()).isTrue();
            assertThat(report.changes()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"unknown\"", "{\"value\":1}"})
    void only_its_own_word_says_that_files_cannot_be_downloaded(String word) {
        try (Student student = Student.ofDemo()) {
            student.moodle.answer(
                    Where.function(SITE_INFO),
                    info -> info.replaceFirst("\"downloadfiles\":1", "\"downloadfiles\":" + word));

            SyncReport report = student.look();

            assertThat(report.complete()).isTrue();
            assertThat(student.activeItems()).hasSize(81);
        }
    }

    @Test
    void a_function_that_is_no_longer_offered_is_asked_for_again_after_an_hour() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.wait(MORE_THAN_A_DAY);
            without(student, ASSIGNMENTS);

            SyncReport first = student.quietLook();
            student.moodle.clearFailures();
            student.wait(MORE_THAN_AN_HOUR);
            SyncReport second = student.quietLook();

            assertThat(first.run().notLooked()).anyMatch(line -> line.contains("does not offer " + ASSIGNMENTS));
            assertThat(second.complete()).isTrue();
        }
    }

    @Test
    void as_long_as_a_part_lacks_its_function_it_is_asked_for_every_hour() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.wait(MORE_THAN_A_DAY);
            without(student, ASSIGNMENTS);
            for (int hour = 0; hour < 5; hour++) {
                student.quietLook();
                student.wait(MORE_THAN_AN_HOUR);
            }
            student.moodle.clearFailures();
            student.moodle.moveTo(1);

            SyncReport report = student.quietLook();

            assertThat(student.moodle.countsByFunction()).containsEntry(SITE_INFO, 6);
            assertThat(report.complete()).isTrue();
            assertThat(report.news()).hasSize(4);
        }
    }

    @Test
    void a_function_that_no_part_needs_and_that_stays_away_is_asked_for_once_a_day() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.wait(MORE_THAN_A_DAY);
            without(student, "mod_wiki_get_wikis_by_courses");
            student.quietLook();
            student.wait(MORE_THAN_AN_HOUR);
            student.quietLook();
            student.moodle.resetCounts();

            student.wait(MORE_THAN_AN_HOUR);
            student.quietLook();

            assertThat(student.moodle.countsByFunction()).doesNotContainKey(SITE_INFO);
        }
    }

    /** The story of a site that answers nonsense about itself, and is healthy otherwise. */
    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"exception\":\"x\",\"errorcode\":\"dmlreadexception\",\"message\":\"\"}"})
    void that_nothing_is_seen_because_of_it_is_told_within_the_hour(String answer) {
        try (Student student = Student.ofDemo()) {
            RecordingNotifier chat = new RecordingNotifier("chat");
            student.toldBy(chat).settled();
            chat.forget();
            student.wait(MORE_THAN_A_DAY);
            student.moodle.answer(Where.function(SITE_INFO), info -> answer);

            for (int look = 0; look < 5; look++) {
                student.quietLook();
                student.wait(Duration.ofMinutes(20));
            }

            assertThat(chat.headlines())
                    .filteredOn(headline -> headline.startsWith("Hace más de"))
                    .singleElement()
                    .asString()
                    .contains("no se puede leer");
        }
    }

    private static void without(Student student, String function) {
        student.moodle.answer(
                Where.function(SITE_INFO), info -> info.replace("\"" + function + "\"", "\"none_of_ours\""));
    }
}
