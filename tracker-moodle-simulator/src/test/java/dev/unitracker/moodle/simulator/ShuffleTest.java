package dev.unitracker.moodle.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class ShuffleTest extends Playing {

    @Test
    void entries_change_places_and_nothing_else_changes() throws Exception {
        JsonNode before = browser.call("mod_forum_get_forum_discussions", "forumid", 4);
        moodle.shuffleArrays(7);

        JsonNode after = browser.call("mod_forum_get_forum_discussions", "forumid", 4);
        JsonNode again = browser.call("mod_forum_get_forum_discussions", "forumid", 4);

        assertThat(after).isNotEqualTo(before).isEqualTo(again);
        assertThat(Browser.byId(after.path("discussions"))).isEqualTo(Browser.byId(before.path("discussions")));
    }

    @Test
    void a_page_holds_what_it_held() throws Exception {
        JsonNode before = browser.call("mod_forum_get_forum_discussions", "forumid", 4, "page", 1, "perpage", 10);
        moodle.shuffleArrays(7);

        JsonNode after = browser.call("mod_forum_get_forum_discussions", "forumid", 4, "page", 1, "perpage", 10);

        assertThat(after).isNotEqualTo(before);
        assertThat(Browser.byId(after.path("discussions"))).isEqualTo(Browser.byId(before.path("discussions")));
    }

    @Test
    void lists_of_plain_values_and_batches_keep_their_order() throws Exception {
        moodle.shuffleArrays(1);

        JsonNode responses = browser.batch(
                "core_course_get_contents", "{\"courseid\":6}",
                "mod_assign_get_assignments", "{}",
                "core_webservice_get_site_info", "{}",
                "no_such_function", "{}");

        assertThat(Json.read(responses.path(1).path("data").asText()).has("courses"))
                .isTrue();
        assertThat(Json.read(responses.path(2).path("data").asText()).has("siteurl"))
                .isTrue();
        assertThat(responses.path(3).path("error").asBoolean()).isTrue();
        assertThat(new Shuffle(3).text("{\"a\":[3,2,1],\"b\":\"not [{},{}] json\"}"))
                .isEqualTo("{\"a\":[3,2,1],\"b\":\"not [{},{}] json\"}");
        assertThat(new Shuffle(3).text("not json")).isEqualTo("not json");
    }
}
