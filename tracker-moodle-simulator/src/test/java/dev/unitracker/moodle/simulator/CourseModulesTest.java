package dev.unitracker.moodle.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** One activity asked for alone. */
class CourseModulesTest extends Playing {

    private static final String GONE = "invalidrecordunknown";
    private static final String OUT_OF_SIGHT = "requireloginerror";

    @Test
    void what_is_shown_tells_what_it_is() throws Exception {
        JsonNode module = ask(12).path("cm");

        assertThat(module.path("id").asLong()).isEqualTo(12);
        assertThat(module.path("modname").asText()).isEqualTo("url");
        assertThat(module.path("course").asLong()).isEqualTo(2);
    }

    @Test
    void what_is_shown_but_closed_is_out_of_sight() throws Exception {
        assertThat(code(26)).isEqualTo(OUT_OF_SIGHT);
    }

    @Test
    void what_never_was_is_not_there() throws Exception {
        assertThat(code(4711)).isEqualTo(GONE);
    }

    @Test
    void what_an_edit_takes_out_is_gone_once_cron_ran() throws Exception {
        takeOut(false);
        String deleted = code(12);
        moodle.restCron();
        String waiting = code(12);
        moodle.runCron();

        assertThat(deleted).isEqualTo(GONE);
        assertThat(waiting).isEqualTo(OUT_OF_SIGHT);
        assertThat(code(12)).isEqualTo(GONE);
        assertThat(ask(13).has("cm")).isTrue();
    }

    @Test
    void what_an_edit_takes_out_may_lie_in_a_closed_section() throws Exception {
        takeOut(true);

        assertThat(code(12)).isEqualTo(OUT_OF_SIGHT);
    }

    @Test
    void what_was_hidden_is_out_of_sight_and_what_was_deleted_is_gone() throws Exception {
        try (MoodleSimulator term = MoodleSimulator.playing(Recording.term()).start()) {
            Browser student = Browser.of(term);
            term.moveTo(2);
            JsonNode hidden = student.call(CourseModules.FUNCTION, "cmid", 29);
            term.moveTo(40);
            JsonNode deleted = student.call(CourseModules.FUNCTION, "cmid", 30);

            assertThat(hidden.path("errorcode").asText()).isEqualTo(OUT_OF_SIGHT);
            assertThat(deleted.path("errorcode").asText()).isEqualTo(GONE);
        }
    }

    private void takeOut(boolean closing) {
        moodle.answer(Where.function("core_course_get_contents").with("courseid", 2), contents -> {
            JsonNode sections = Json.read(contents);
            String other = Json.text(sections).replace("\"id\":12,", "\"id\":1200,");
            return closing ? other.replaceFirst("\"uservisible\":true", "\"uservisible\":false") : other;
        });
    }

    private JsonNode ask(int cmid) throws Exception {
        return browser.call(CourseModules.FUNCTION, "cmid", cmid);
    }

    private String code(int cmid) throws Exception {
        return ask(cmid).path("errorcode").asText();
    }
}
