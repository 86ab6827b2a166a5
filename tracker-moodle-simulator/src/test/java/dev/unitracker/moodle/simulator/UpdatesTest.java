package dev.unitracker.moodle.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpdatesTest extends Playing {

    @Test
    void a_client_that_looks_at_every_step_sees_what_happened_between() throws Exception {
        Instant firstLook = moodle.now();
        moodle.moveTo(1);

        List<Long> modules = modules(2, firstLook.getEpochSecond() - 5);

        assertThat(modules).containsExactly(1L, 5L, 7L);
    }

    @Test
    void a_client_that_was_away_sees_everything_since() throws Exception {
        moodle.moveTo(3);

        JsonNode answer = updates(2, DEMO.recordedAt(0).getEpochSecond());

        List<Long> modules = ids(answer);
        assertThat(modules).contains(5L, 7L, 9L, 6L).doesNotHaveDuplicates();
        assertThat(names(answer, 6)).contains("configuration").doesNotHaveDuplicates();
        // The label was deleted after it had been changed.
        assertThat(modules).doesNotContain(11L);
    }

    @Test
    void nothing_happened_since_the_last_look() throws Exception {
        moodle.moveTo(1);

        assertThat(modules(2, moodle.now().getEpochSecond())).isEmpty();
        moodle.moveTo(0);
        assertThat(modules(2, 0)).isEmpty();
    }

    @Test
    void the_time_asked_for_is_in_the_sites_own_shifted_time() throws Exception {
        moodle.rebaseTo(Instant.parse("2031-05-05T12:00:00Z"));
        Instant firstLook = moodle.now();
        moodle.moveTo(1);

        JsonNode answer = updates(2, firstLook.getEpochSecond() - 5);

        assertThat(ids(answer)).containsExactly(1L, 5L, 7L);
        assertThat(answer.path("instances")
                        .path(1)
                        .path("updates")
                        .path(0)
                        .path("timeupdated")
                        .asLong())
                .isBetween(firstLook.getEpochSecond() - 30, moodle.now().getEpochSecond());
    }

    @Test
    void updates_are_filtered_by_area() throws Exception {
        moodle.moveTo(1);

        JsonNode answer = browser.call(
                "core_course_get_updates_since", "courseid", 2, "since", 1795340320, "filter[0]", "discussions");

        assertThat(ids(answer)).containsExactly(1L);
    }

    @Test
    void in_the_term_too_no_step_is_missed() throws Exception {
        Recording term = Recording.term();
        try (MoodleSimulator other = MoodleSimulator.playing(term).start()) {
            Browser reader = Browser.of(other);
            for (int step = 1; step < term.steps(); step++) {
                other.moveTo(step - 1);
                long lastLook = other.now().getEpochSecond();
                other.moveTo(step);

                JsonNode answer = reader.call("core_course_get_updates_since", "courseid", 2, "since", lastLook);

                assertThat(answer)
                        .isEqualTo(reader.body(term, step, "ws/core_course_get_updates_since/courseid=2.json"));
            }
        }
    }

    private JsonNode updates(long course, long since) throws Exception {
        return browser.call("core_course_get_updates_since", "courseid", course, "since", since);
    }

    private List<Long> modules(long course, long since) throws Exception {
        return ids(updates(course, since));
    }

    private static List<Long> ids(JsonNode answer) {
        return answer.path("instances")
                .valueStream()
                .map(instance -> instance.path("id").asLong())
                .toList();
    }

    private static List<String> names(JsonNode answer, long module) {
        return answer.path("instances")
                .valueStream()
                .filter(instance -> instance.path("id").asLong() == module)
                .flatMap(instance -> instance.path("updates").valueStream())
                .map(update -> update.path("name").asText())
                .toList();
    }
}
