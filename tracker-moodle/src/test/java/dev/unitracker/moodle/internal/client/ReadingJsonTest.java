package dev.unitracker.moodle.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers, moments and errors as PHP writes them. */
class ReadingJsonTest {

    private static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"')).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'x':7} | 7",
                "{'x':'7'} | 7",
                "{'x':true} | 1",
                "{'x':false} | 0",
                "{'x':null} | 0",
                "{} | 0",
                "{'x':''} | 0",
                "{'x':'seven'} | 0",
                "{'x':[]} | 0",
                "{'x':'-3'} | -3",
                "{'x':1795340329.0} | 1795340329",
                "[] | 0"
            })
    void a_number_may_be_a_text_a_truth_or_nothing(String text, long expected) {
        assertThat(Json.number(json(text), "x")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'x':0} |",
                "{'x':null} |",
                "{'x':'0'} |",
                "{} |",
                "{'x':false} |",
                "{'x':-1} |",
                "{'x':1795340329} | 2026-11-22T09:38:49Z",
                "{'x':'1795340329'} | 2026-11-22T09:38:49Z"
            })
    void zero_is_no_moment(String text, String expected) {
        assertThat(Optional.ofNullable(Json.instant(json(text), "x")).map(Object::toString))
                .isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'x':7} | 7",
                "{'x':'7.00000'} | 7",
                "{'x':8.5} | 8.5",
                "{'x':6.666666666667} | 6.66667",
                "{'x':0} | 0",
                "{'x':'0.00000'} | 0",
                "{'x':null} |",
                "{'x':'-'} |",
                "{'x':'7,50'} |",
                "{'x':'1e2'} | 100",
                "{'x':-2.50} | -2.5",
                "{'x':1.0E-7} | 0"
            })
    void a_grade_has_a_point_and_no_needless_zeros(String text, String expected) {
        assertThat(Optional.ofNullable(Json.decimal(json(text), "x"))).isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'exception':'moodle_exception','errorcode':'invalidtoken','message':'No'} | invalidtoken (No)",
                "{'exception':'TypeError','message':'array_filter()'} | TypeError (array_filter())",
                "{'exception':'moodle_exception'} | moodle_exception",
                "{'error':'Acceso inválido','errorcode':'invalidlogin','stacktrace':null} | invalidlogin (Acceso inválido)",
                "{'error':'A required parameter (token) was missing'} | unknown (A required parameter (token) was missing)",
                "{'errorcode':'nopermission','message':'No','link':'x'} | nopermission (No)",
                "{'responses':[]} |",
                "[] |",
                "null |",
                "{'error':false,'data':'x'} |",
                "{'message':'Hello','error':null} |",
                "{'errorcode':null,'exception':null,'token':'x'} |"
            })
    void an_error_is_told_by_its_code_whichever_script_words_it(String text, String expected) {
        assertThat(MoodleError.in(json(text)).map(MoodleError::toString)).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void what_is_no_json_is_nothing() {
        assertThat(Json.parse("")).isEmpty();
        assertThat(Json.parse("<html>")).isEmpty();
        assertThat(Json.parse("[{\"id\":")).isEmpty();
    }
}
