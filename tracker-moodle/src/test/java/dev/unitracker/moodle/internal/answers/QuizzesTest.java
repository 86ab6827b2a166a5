package dev.unitracker.moodle.internal.answers;

import static dev.unitracker.moodle.internal.answers.Read.json;
import static dev.unitracker.moodle.internal.answers.Read.stated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Field;
import dev.unitracker.moodle.internal.answers.Quizzes.Quiz;
import dev.unitracker.spi.Sighting;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuizzesTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_795_000_000);

    private static Quiz quiz(String fields) {
        return Quizzes.read(json("{'quizzes':[{'id':2,'coursemodule':7,'course':2,'name':'Parcialito &amp; más'"
                        + fields + "}]}"))
                .get(0);
    }

    @Test
    void times_and_introduction_are_stated_where_the_student_may_know_them() {
        Sighting open = Quizzes.sightings(
                        List.of(quiz(",'timeopen':1795000000,'timeclose':0,'intro':'<p>Un intento</p>'")), Read.LINKS)
                .get(0);
        Sighting closed = Quizzes.sightings(List.of(quiz("")), Read.LINKS).get(0);

        assertThat(stated(open, Field.TITLE)).isEqualTo("Parcialito & más");
        assertThat(stated(open, Field.STARTS_AT)).isEqualTo("2026-11-18T11:06:40Z");
        assertThat(stated(open, Field.DUE_AT)).isEqualTo("-");
        assertThat(stated(open, Field.BODY)).isEqualTo("Un intento");
        assertThat(stated(closed, Field.STARTS_AT)).isEqualTo("?");
        assertThat(stated(closed, Field.BODY)).isEqualTo("?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'timelimit':5400,'attempts':1 | 90 min | 1",
                "'timelimit':0,'attempts':0 | - | -",
                "'timelimit':90,'attempts':3 | 90 s | 3",
                "'hasquestions':1 | ? | ?"
            })
    void the_rules_of_an_attempt_are_stated_where_they_are_told(String fields, String limit, String attempts) {
        Sighting seen =
                Quizzes.sightings(List.of(quiz("," + fields)), Read.LINKS).get(0);

        assertThat(stated(seen, Field.TIME_LIMIT)).isEqualTo(limit);
        assertThat(stated(seen, Field.ATTEMPTS)).isEqualTo(attempts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'attempts':[]} | incomplete",
                "{'attempts':[{'state':'inprogress'}]} | incomplete",
                "{'attempts':[{'state':'notstarted'}]} | incomplete",
                "{'attempts':[{'state':'overdue'}]} | incomplete",
                "{'attempts':[{'state':'abandoned'}]} | incomplete",
                "{'attempts':[{'state':'finished'}]} | completed",
                "{'attempts':[{'state':'submitted'}]} | completed",
                "{'attempts':[{'state':'finished'},{'state':'inprogress'}]} | completed",
                "{} | incomplete"
            })
    void a_finished_attempt_completes_it(String answer, String completion) {
        assertThat(stated(Quizzes.attempts(quiz(""), json(answer)), Field.COMPLETION))
                .isEqualTo(completion);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ",'timeopen':0,'timeclose':0 | true",
                ",'timeopen':1795000001 | false",
                ",'timeopen':1794000000,'timeclose':1793900000 | true",
                ",'timeclose':1793000000 | false"
            })
    void attempts_are_of_interest_while_it_is_open_and_a_fortnight_after(String fields, boolean open) {
        assertThat(quiz(fields).open(NOW)).isEqualTo(open);
    }

    @Test
    void odd_answers_hold_no_quiz() {
        assertThat(Quizzes.read(json("[]"))).isEmpty();
        assertThat(Quizzes.read(json("{'quizzes':{}}"))).isEmpty();
        assertThat(Quizzes.read(json("{'quizzes':[{'id':2,'name':'sin módulo'}]}")))
                .isEmpty();
    }
}
