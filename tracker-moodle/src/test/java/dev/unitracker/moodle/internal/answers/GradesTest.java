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
        return "{'id':1,'itemtype':'mod','itemmodule':'assign','itemnumber':0,'cmid':5," + fields + "}";
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
                "'gradeformatted':'HD','grademax':100 | HD | 100 | -",
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
