package dev.unitracker.moodle.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DamageTest extends Playing {
    private static final String CONTENTS = "core_course_get_contents";
    private static final String QUIZZES = "mod_quiz_get_quizzes_by_courses";
    private static final Where COURSE_2 = Where.function(CONTENTS).with("courseid", 2);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "FIELD_MISSING | quizzes[].intro | {'quizzes':[{'id':5,'open':true,'ids':[1,2]}]}",
                "FIELD_NULL | quizzes[].intro | {'quizzes':[{'id':5,'intro':null,'open':true,'ids':[1,2]}]}",
                "FIELD_WRAPPED | quizzes[].id | {'quizzes':[{'id':{'value':5},'intro':'x','open':true,'ids':[1,2]}]}",
                "NUMBER_AS_TEXT | quizzes[].id | {'quizzes':[{'id':'5','intro':'x','open':true,'ids':[1,2]}]}",
                "NUMBER_AS_TEXT | quizzes[].open | {'quizzes':[{'id':5,'intro':'x','open':'1','ids':[1,2]}]}",
                "NUMBER_IN_WORDS | quizzes[].id | {'quizzes':[{'id':'unknown','intro':'x','open':true,'ids':[1,2]}]}",
                "NUMBER_AS_FLAG | quizzes[].id | {'quizzes':[{'id':true,'intro':'x','open':true,'ids':[1,2]}]}",
                "NUMBER_HUGE | quizzes[].id | {'quizzes':[{'id':999999999999999999,'intro':'x','open':true,'ids':[1,2]}]}",
                "TEXT_AS_NUMBER | quizzes[].intro | {'quizzes':[{'id':5,'intro':7,'open':true,'ids':[1,2]}]}",
                "OBJECT_AS_LIST | quizzes[] | {'quizzes':[[]]}",
                "LIST_AS_OBJECT | quizzes | {'quizzes':{}}",
                "LIST_KEYED | quizzes[].ids | {'quizzes':[{'id':5,'intro':'x','open':true,'ids':{'0':1,'1':2}}]}",
                "LIST_EMPTY | quizzes[].ids | {'quizzes':[{'id':5,'intro':'x','open':true,'ids':[]}]}",
                "LIST_HALVED | quizzes[].ids | {'quizzes':[{'id':5,'intro':'x','open':true,'ids':[1]}]}",
                "LIST_DOUBLED | quizzes[].ids | {'quizzes':[{'id':5,'intro':'x','open':true,'ids':[1,1,2,2]}]}",
                "ELEMENT_NULL | quizzes[] | {'quizzes':[null]}",
                "ELEMENT_STRANGE | quizzes[] | {'quizzes':['strange']}",
                "ELEMENT_WITHOUT_IDS | quizzes[] | {'quizzes':[{'intro':'x','open':true,'ids':[1,2]}]}",
                "ANSWER_NULL | ~~ | null",
                "ANSWER_EMPTY_OBJECT | ~~ | {}",
                "ANSWER_EMPTY_LIST | ~~ | []",
                "ANSWER_FLAG | ~~ | true",
            })
    void it_strikes_where_it_was_told(Damage damage, String place, String damaged) throws Exception {
        moodle.answer(
                Where.function(QUIZZES),
                answer -> "{\"quizzes\":[{\"id\":5,\"intro\":\"x\",\"open\":true,\"ids\":[1,2]}]}");
        moodle.damage(Where.function(QUIZZES), damage, Spot.every(place));

        String answer = browser.rest(QUIZZES).body();

        assertThat(answer.replace('"', '\'')).isEqualTo(damaged);
        assertThat(moodle.damaged()).containsExactly(new Damaged(QUIZZES, "{}", damage, place));
    }

    @Test
    void it_knows_the_places_that_it_can_strike() {
        String answer = "[{\"id\":1,\"modules\":[{\"name\":\"a\"},{\"name\":\"b\",\"dates\":[]}]}]";

        assertThat(Damage.TEXT_AS_NUMBER.placesIn(answer)).containsExactly("[].modules[].name");
        assertThat(Damage.FIELD_MISSING.placesIn(answer))
                .containsExactly("[].id", "[].modules", "[].modules[].dates", "[].modules[].name");
        assertThat(Damage.LIST_EMPTY.placesIn(answer)).containsExactly("", "[].modules");
        assertThat(Damage.WEB_PAGE.placesIn(answer)).containsExactly("");
        assertThatIllegalArgumentException().isThrownBy(() -> Damage.FIELD_NULL.placesIn("<html>"));
    }

    @Test
    void it_strikes_one_of_many_the_same_for_the_same_seed() throws Exception {
        moodle.damage(COURSE_2, Damage.FIELD_NULL, Spot.one("[].modules[].name", 7));

        JsonNode answer = browser.call(CONTENTS, "courseid", 2);
        JsonNode again = browser.call(CONTENTS, "courseid", 2);

        assertThat(answer.findValues("modules").stream()
                        .flatMap(JsonNode::valueStream)
                        .filter(module -> module.path("name").isNull()))
                .hasSize(1);
        assertThat(again).isEqualTo(answer);
    }

    @Test
    void by_chance_it_strikes_anywhere_but_where_it_may_not() throws Exception {
        moodle.answer(COURSE_2, answer -> "[{\"a\":1,\"b\":2,\"c\":3}]");
        IntStream.range(0, 20)
                .forEach(seed -> moodle.damage(
                        COURSE_2, Damage.NUMBER_AS_TEXT, Spot.any(seed).within(path -> !path.equals("[].b"))));

        String answer = browser.rest(CONTENTS, "courseid", 2).body();

        assertThat(answer).isEqualTo("[{\"a\":\"1\",\"b\":2,\"c\":\"3\"}]");
    }

    @Test
    void some_calls_are_struck_and_others_not_always_the_same_ones() throws Exception {
        moodle.damage(Where.function(CONTENTS).oneIn(2, 3), Damage.ANSWER_NULL, Spot.any(1));
        for (int course : new int[] {2, 3, 4, 5, 6, 2, 3, 4, 5, 6}) {
            browser.rest(CONTENTS, "courseid", course);
        }

        List<Damaged> damaged = moodle.damaged();

        assertThat(damaged).hasSizeBetween(2, 8);
        assertThat(damaged.subList(0, damaged.size() / 2))
                .isEqualTo(damaged.subList(damaged.size() / 2, damaged.size()));
        assertThatIllegalArgumentException().isThrownBy(() -> Where.everything().oneIn(0, 1));
    }

    @Test
    void an_answer_is_that_of_the_step_before() throws Exception {
        JsonNode before = browser.call(CONTENTS, "courseid", 2);
        moodle.moveTo(1);
        JsonNode now = browser.call(CONTENTS, "courseid", 2);
        moodle.damage(COURSE_2, Damage.ANSWER_STALE, Spot.any(1));

        JsonNode stale = browser.call(CONTENTS, "courseid", 2);

        assertThat(stale).isEqualTo(before).isNotEqualTo(now);
    }

    @Test
    void an_answer_is_that_to_another_question() throws Exception {
        JsonNode own = browser.call(CONTENTS, "courseid", 2);
        moodle.damage(COURSE_2, Damage.ANSWER_OF_ANOTHER, Spot.any(4));
        moodle.damage(Where.function(QUIZZES), Damage.ANSWER_OF_ANOTHER_FUNCTION, Spot.any(2));

        JsonNode other = browser.call(CONTENTS, "courseid", 2);

        assertThat(other).isNotEqualTo(own);
        assertThat(other.path(0).has("modules")).isTrue();
        assertThat(browser.call(QUIZZES).has("quizzes")).isFalse();
    }

    @Test
    void a_server_in_trouble_answers_with_errors() throws Exception {
        moodle.damage(Where.function(CONTENTS), Damage.OUTAGE, Spot.any(1));
        moodle.damage(Where.function(QUIZZES), Damage.OUTAGE_WITHOUT_A_CODE, Spot.any(1));

        assertThat(browser.call(CONTENTS, "courseid", 2).path("errorcode").asText())
                .isNotEmpty();
        assertThat(browser.call(QUIZZES).has("exception")).isTrue();
        assertThat(browser.call(QUIZZES).has("errorcode")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"WEB_PAGE, <!DOCTYPE", "BODY_EMPTY, ''", "BODY_HALVED, [", "BODY_AFTER_A_NOTICE, <br />"})
    void on_its_way_an_answer_loses_its_form(Damage damage, String start) throws Exception {
        moodle.damage(COURSE_2, damage, Spot.any(1));

        HttpResponse<String> answer = browser.rest(CONTENTS, "courseid", 2);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith(start);
        assertThat(Json.maybe(answer.body())).isEmpty();
    }

    @Test
    void a_byte_breaks() throws Exception {
        moodle.damage(COURSE_2, Damage.BYTE_BROKEN, Spot.any(1));

        assertThat(browser.rest(CONTENTS, "courseid", 2).body()).containsOnlyOnce("\uFFFD");
    }

    @Test
    void the_way_is_shut() throws Exception {
        moodle.damage(COURSE_2, Damage.BROKEN_OFF, Spot.any(1));
        moodle.damage(Where.function(QUIZZES), Damage.UNAVAILABLE, Spot.any(1));

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> browser.rest(CONTENTS, "courseid", 2));
        assertThat(browser.rest(QUIZZES).statusCode()).isEqualTo(503);
    }

    @ParameterizedTest
    @EnumSource(names = {"BYTE_ORDER_MARK", "OTHER_CONTENT_TYPE", "DRIPPED"})
    void behind_some_damages_the_answer_is_whole(Damage damage) throws Exception {
        String whole = browser.rest(CONTENTS, "courseid", 2).body();
        moodle.damage(COURSE_2, damage, Spot.any(1));

        HttpResponse<String> answer = browser.rest(CONTENTS, "courseid", 2);

        assertThat(answer.body().replace("\uFEFF", "")).isEqualTo(whole);
        assertThat(answer.body().startsWith("\uFEFF")).isEqualTo(damage == Damage.BYTE_ORDER_MARK);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow().startsWith("text/html"))
                .isEqualTo(damage == Damage.OTHER_CONTENT_TYPE);
    }

    @Test
    void in_a_batch_it_strikes_one_answer_or_the_whole_response() throws Exception {
        moodle.damage(COURSE_2, Damage.ANSWER_NULL, Spot.any(1));
        JsonNode responses = browser.batch(CONTENTS, "{\"courseid\":2}", CONTENTS, "{\"courseid\":3}");
        moodle.damage(COURSE_2, Damage.UNAVAILABLE, Spot.any(1));

        HttpResponse<String> broken = browser.rest(
                "tool_mobile_call_external_functions",
                "requests[0][function]",
                CONTENTS,
                "requests[0][arguments]",
                "{\"courseid\":2}");

        assertThat(responses.path(0).path("data").asText()).isEqualTo("null");
        assertThat(responses.path(1).path("data").asText()).startsWith("[{");
        assertThat(broken.statusCode()).isEqualTo(503);
    }

    @Test
    void a_file_can_be_damaged_on_its_way() throws Exception {
        moodle.damage(Where.path("/49/mod_folder"), Damage.WEB_PAGE, Spot.any(1));

        String file = browser.get(
                        "/webservice/pluginfile.php/49/mod_folder/content/0/Main.java?token=" + moodle.token())
                .body();

        assertThat(file).startsWith("<!DOCTYPE");
        assertThat(moodle.damaged()).extracting(Damaged::place).containsExactly("");
    }

    @Test
    void what_cannot_be_damaged_there_stays_whole_and_is_not_told() throws Exception {
        String whole = browser.rest(CONTENTS, "courseid", 2).body();
        moodle.damage(COURSE_2, Damage.FIELD_NULL, Spot.every("[].nowhere"));
        moodle.damage(COURSE_2, Damage.ANSWER_STALE, Spot.any(1));

        String answer = browser.rest(CONTENTS, "courseid", 2).body();

        assertThat(answer).isEqualTo(whole);
        assertThat(moodle.damaged()).isEmpty();
    }

    @Test
    void it_ends_with_all_other_misbehaviour_and_is_forgotten_with_the_requests() throws Exception {
        moodle.damage(COURSE_2, Damage.ANSWER_NULL, Spot.any(1));
        browser.rest(CONTENTS, "courseid", 2);
        moodle.clearFailures();

        String answer = browser.rest(CONTENTS, "courseid", 2).body();

        assertThat(answer).startsWith("[{");
        assertThat(moodle.damaged()).hasToString("[ANSWER_NULL core_course_get_contents{\"courseid\":\"2\"}]");
        moodle.resetCounts();
        assertThat(moodle.damaged()).isEmpty();
    }
}
