package dev.unitracker.moodle.internal.answers;

import static dev.unitracker.moodle.internal.answers.Read.json;
import static dev.unitracker.moodle.internal.answers.Read.keys;
import static dev.unitracker.moodle.internal.answers.Read.stated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Field;
import dev.unitracker.model.ItemType;
import dev.unitracker.spi.Sighting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradesTest {

    private static List<Sighting> read(String... items) {
        return Grades.sightings(
                2, json("{'usergrades':[{'courseid':2,'gradeitems':[" + String.join(",", items) + "]}]}"), Read.LINKS);
    }

    private static String activity(String fields) {
        return "{'id':1,'itemtype':'mod','itemmodule':'assign','itemnumber':0,'cmid':5,'feedback':''," + fields + "}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'graderaw':7,'gradeformatted':'7,00','grademax':10 | 7 | 10 | -",
                "'graderaw':'7.50000','gradeformatted':'7.50','grademax':'10.00000' | 7.5 | 10 | -",
                "'graderaw':0,'gradeformatted':'0,00','grademax':10 | 0 | 10 | -",
                "'graderaw':null,'gradeformatted':'-','grademax':10 | - | - | -",
                "'graderaw':null,'gradeformatted':'','grademax':10 | - | - | -",
                "'gradeformatted':'HD','grademax':100 | HD | - | -",
                "'graderaw':91,'gradeformatted':'HD','grademin':0,'grademax':100 | HD | - | -",
                "'graderaw':76,'gradeformatted':'D (76.00)','grademax':100 | 76 | 100 | -",
                "'graderaw':76,'gradeformatted':'76.00 (D)','grademax':100 | 76 | 100 | -",
                "'graderaw':2,'scaleid':3,'gradeformatted':'Muy &quot;bien&quot;','grademax':4 | Muy \"bien\" | - | -",
                "'graderaw':null,'gradeformatted':'-','grademax':10,'feedback':'<p>Rehacer</p>' | - | - | Rehacer",
                "'graderaw':7,'grademax':10,'feedback':'<p>Bien</p>','gradeishidden':true | - | - | -",
                "'graderaw':7,'grademax':10,'gradehiddenbydate':true | - | - | -",
                "'graderaw':7,'grademax':10,'gradeishidden':false,'gradehiddenbydate':false | 7 | 10 | -"
            })
    void a_grade_is_what_the_student_can_see(String fields, String grade, String maximum, String feedback) {
        Sighting seen = read(activity(fields)).get(0);

        assertThat(seen.key()).isEqualTo("module:5");
        assertThat(stated(seen, Field.GRADE)).isEqualTo(grade);
        assertThat(stated(seen, Field.GRADE_MAXIMUM)).isEqualTo(maximum);
        assertThat(stated(seen, Field.GRADE_FEEDBACK)).isEqualTo(feedback);
    }

    /** Moodle sends no scale's id; {@code graderaw} is then the place in the scale, and {@code grademax} its length. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'graderaw':4,'gradeformatted':'8','grademin':1,'grademax':5,'rangeformatted':'2&ndash;10' | 8",
                "'graderaw':4,'gradeformatted':'8','grademin':1,'grademax':5 | 8",
                "'graderaw':4,'gradeformatted':'75,00 %','grademin':1,'grademax':5,'rangeformatted':'2&ndash;10' | 75,00 %",
                "'graderaw':2,'gradeformatted':'Nivel 2','grademin':1,'grademax':3,'rangeformatted':'Nivel 1&ndash;Nivel 3' | Nivel 2",
                "'graderaw':2,'gradeformatted':'Nivel 2','grademax':3 | Nivel 2",
                "'graderaw':2,'gradeformatted':'Bien','grademin':1,'grademax':3,'rangeformatted':'Mal&ndash;Muy bien' | Bien",
                "'graderaw':2,'gradeformatted':'1/2','grademin':1,'grademax':3 | 1/2"
            })
    void a_grade_of_a_scale_is_what_the_scale_calls_it(String fields, String grade) {
        Sighting seen = read(activity("'scaleid':null," + fields)).get(0);

        assertThat(stated(seen, Field.GRADE)).isEqualTo(grade);
        assertThat(stated(seen, Field.GRADE_MAXIMUM)).isEqualTo("-");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"7,46", "7.46", "74,63 %", "75 %", "7,46 (74,63 %)", "74,63 % (7,46)", "74,63 % (B)", "B (74,63 %)"
            })
    void the_same_grade_shown_as_a_share_or_beside_it_is_the_same(String shown) {
        Sighting seen = read(activity("'graderaw':7.46333,'gradeformatted':'" + shown
                        + "','grademin':0,'grademax':10,'rangeformatted':'0&ndash;10'"))
                .get(0);

        assertThat(stated(seen, Field.GRADE)).isEqualTo("7.46");
        assertThat(stated(seen, Field.GRADE_MAXIMUM)).isEqualTo("10");
    }

    /** Moodle shows nothing of what is not graded with numbers or words, though it computes with a number. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'graderaw':1,'outcomeid':4,'grademin':1,'grademax':3",
                "'graderaw':1,'outcomeid':4,'scaleid':4,'gradeformatted':'','grademin':1,'grademax':3",
                "'graderaw':1,'outcomeid':4,'gradeformatted':'-','grademin':1,'grademax':3",
                "'graderaw':1,'grademin':1,'grademax':3",
                "'graderaw':1,'gradeformatted':'','grademin':0,'grademax':0"
            })
    void a_place_in_a_scale_that_is_not_shown_is_no_grade(String fields) {
        Sighting seen = read(activity(fields)).get(0);

        assertThat(stated(seen, Field.GRADE)).isEqualTo("-");
        assertThat(stated(seen, Field.GRADE_MAXIMUM)).isEqualTo("-");
    }

    @Test
    void an_outcome_beside_a_grade_adds_no_number_to_it() {
        String grade = activity("'graderaw':60,'gradeformatted':'60,00','grademax':80");
        String outcome = activity("'graderaw':1,'grademin':0,'grademax':3")
                .replace("'itemnumber':0", "'itemnumber':1000")
                .replace("'id':1", "'id':2");

        assertThat(stated(read(grade, outcome).get(0), Field.GRADE)).isEqualTo("60");
    }

    @Test
    void what_moodle_has_yet_to_compute_is_not_known() {
        String broken = "{'id':1,'itemtype':'course','iteminstance':9,'graderaw':null,'gradeformatted':'Error',"
                + "'gradeneedsupdate':true,'grademax':20}";
        String whole = activity("'graderaw':7,'gradeformatted':'7,00','grademax':10,'gradeneedsupdate':false");

        List<Sighting> seen = read(broken, whole);

        assertThat(keys(seen)).containsExactly("module:5");
        assertThat(stated(seen.get(0), Field.GRADE)).isEqualTo("7");
    }

    @Test
    void an_activitys_grades_are_told_together_in_their_order() {
        String submission = activity("'graderaw':60,'grademax':80,'feedback':'Uno'");
        String assessment = activity("'graderaw':15,'grademax':20,'feedback':'Dos'")
                .replace("'itemnumber':0", "'itemnumber':1")
                .replace("'id':1", "'id':2");

        List<Sighting> seen = read(assessment, submission);

        assertThat(seen).hasSize(1);
        assertThat(stated(seen.get(0), Field.GRADE)).isEqualTo("60 + 15");
        assertThat(stated(seen.get(0), Field.GRADE_MAXIMUM)).isEqualTo("80 + 20");
        assertThat(stated(seen.get(0), Field.GRADE_FEEDBACK)).isEqualTo("Uno\nDos");
    }

    @Test
    void the_courses_total_belongs_to_the_course_and_only_hand_made_grades_are_items() {
        List<Sighting> seen = read(
                "{'id':1,'itemtype':'course','iteminstance':9,'graderaw':15.5,'grademax':20}",
                "{'id':2,'itemtype':'manual','itemname':'Participaci&oacute;n','graderaw':8,'grademax':10}",
                "{'id':3,'itemtype':'category','itemname':null,'iteminstance':12}",
                "{'id':4,'itemtype':'mod','itemmodule':'assign','cmid':null,'itemname':'Por borrar','graderaw':1}");

        assertThat(keys(seen)).containsExactly("course:2", "grade:2", "grade:3");
        assertThat(seen.get(0).presence()).isFalse();
        assertThat(seen.get(1).type()).isEqualTo(ItemType.GRADE_ITEM);
        assertThat(stated(seen.get(1), Field.TITLE)).isEqualTo("Participación");
        assertThat(stated(seen.get(2), Field.TITLE)).isEqualTo("Category total");
    }

    @Test
    void totals_are_texts_to_compare() {
        assertThat(Grades.overview(
                        json("{'grades':[{'courseid':2,'rawgrade':'15.50000'},{'courseid':3,'rawgrade':null}]}")))
                .containsEntry(2L, "15.50000")
                .containsEntry(3L, "");
    }
}
