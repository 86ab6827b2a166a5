package dev.unitracker.moodle.internal.answers;

import static dev.unitracker.moodle.internal.answers.Read.json;
import static dev.unitracker.moodle.internal.answers.Read.keys;
import static dev.unitracker.moodle.internal.answers.Read.stated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.DateRule;
import dev.unitracker.model.Field;
import dev.unitracker.moodle.internal.answers.Assignments.Assignment;
import dev.unitracker.spi.Sighting;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignmentsTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_795_000_000);

    private static List<Assignment> read(String fields) {
        return Assignments.read(json("{'courses':[{'id':2,'assignments':[{'id':1,'cmid':5,'name':'TP 1'" + fields
                + "}]}]," + "'warnings':[]}"));
    }

    private static Sighting status(String answer) {
        return Assignments.status(read("").get(0), json(answer));
    }

    @Test
    void dates_of_nothing_are_none() {
        Sighting seen = Assignments.sightings(
                        read(",'duedate':0,'cutoffdate':'0','allowsubmissionsfromdate':null"), Read.LINKS)
                .get(0);

        assertThat(stated(seen, Field.DUE_AT)).isEqualTo("-");
        assertThat(stated(seen, Field.CUT_OFF_AT)).isEqualTo("-");
        assertThat(stated(seen, Field.STARTS_AT)).isEqualTo("-");
        assertThat(stated(seen, Field.BODY)).isEqualTo("?");
    }

    @Test
    void introduction_instructions_and_attachments_belong_to_it() {
        List<Sighting> seen = Assignments.sightings(
                read(",'duedate':1795100000,'intro':'<p>Entregar en PDF</p>','activity':'<p>Con carátula</p>',"
                        + "'introattachments':[{'filename':'consigna.pdf','filepath':'/','filesize':10}]"),
                Read.LINKS);

        assertThat(keys(seen)).containsExactly("module:5", "file:5:/consigna.pdf");
        assertThat(stated(seen.get(0), Field.BODY)).isEqualTo("Entregar en PDF\nCon carátula");
        assertThat(stated(seen.get(0), Field.DUE_AT)).isEqualTo("2026-11-19T14:53:20Z");
        assertThat(seen.get(0).dueRule()).isEqualTo(DateRule.ACTIVITY);
    }

    @Test
    void odd_answers_hold_no_assignment() {
        assertThat(Assignments.read(json("[]"))).isEmpty();
        assertThat(Assignments.read(json("{'courses':{}}"))).isEmpty();
        assertThat(Assignments.read(json("{'courses':[{'id':2,'assignments':[]},{'id':3}]}")))
                .isEmpty();
        assertThat(Assignments.read(json("{'courses':[{'id':2,'assignments':[{'id':1,'name':'sin módulo'}]}]}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'lastattempt':{'submission':{'status':'new'},'extensionduedate':null}} | new | incomplete | ?",
                "{'lastattempt':{'submission':{'status':'draft'},'extensionduedate':0}} | draft | incomplete | ?",
                "{'lastattempt':{'submission':{'status':'submitted'}}} | submitted | completed | ?",
                "{'lastattempt':{'submission':{'status':'reopened'}}} | reopened | incomplete | ?",
                // Never opened: nothing was handed in.
                "{'lastattempt':{'gradingstatus':'notgraded'}} | - | incomplete | ?",
                "{'warnings':[]} | - | incomplete | ?",
                // A team hands in as one.
                "{'lastattempt':{'submission':{'status':'new'},'teamsubmission':{'status':'submitted'}}} | submitted | completed | ?",
                "{'lastattempt':{'submission':{'status':'submitted'},'teamsubmission':[]}} | submitted | completed | ?",
                "{'lastattempt':{'extensionduedate':'1795100000','submission':{'status':'new'}}} | new | incomplete | 2026-11-19T14:53:20Z"
            })
    void the_students_own_state_and_extension(String answer, String state, String completion, String due) {
        Sighting seen = status(answer);

        assertThat(stated(seen, Field.SUBMISSION)).isEqualTo(state);
        assertThat(stated(seen, Field.COMPLETION)).isEqualTo(completion);
        assertThat(stated(seen, Field.DUE_AT)).isEqualTo(due);
        assertThat(seen.presence()).isFalse();
    }

    @Test
    void where_nothing_is_handed_in_online_that_nothing_was_says_nothing() {
        Assignment oral = read(",'nosubmissions':1").get(0);

        Sighting waiting = Assignments.status(oral, json("{'lastattempt':{'submission':{'status':'new'}}}"));

        assertThat(stated(waiting, Field.COMPLETION)).isEqualTo("?");
    }

    @Test
    void an_extension_says_that_it_is_one() {
        Sighting seen = status("{'lastattempt':{'extensionduedate':1795100000}}");

        assertThat(seen.dueRule()).isEqualTo(DueRules.EXTENSION);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ",'x':1 | true",
                ",'duedate':1795000000 | true",
                ",'duedate':1793900000 | true",
                ",'duedate':1793000000 | false",
                ",'duedate':1793000000,'cutoffdate':1796000000 | true",
                ",'duedate':1790000000,'cutoffdate':1793000000 | false"
            })
    void it_is_over_a_fortnight_after_nothing_is_accepted_any_more(String fields, boolean open) {
        assertThat(read(fields).get(0).open(NOW)).isEqualTo(open);
    }
}
