package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.unitracker.model.Change;
import dev.unitracker.moodle.simulator.Failure;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.report.SyncReport;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A category's total has no name in the student's report; another function tells what the category is called. */
class CategoryNamesTest {

    private static final String REPORT = "gradereport_user_get_grade_items";
    private static final String NAMES = "core_grades_get_gradeitems";
    private static final String TOTAL = "grade:933";

    private final Student student = Student.ofDemo();

    @AfterEach
    void the_same_looks_made_again_say_the_same() {
        try (student) {
            assertThat(student.tracker().replay().difference()).isEmpty();
        }
    }

    @Test
    void a_total_is_called_as_its_category_is() {
        show("Parciales");

        student.settled();

        assertThat(student.item(TOTAL).title()).isEqualTo("Parciales");
        assertThat(student.item("grade:932").title()).isEqualTo("Concepto");
    }

    @Test
    void a_category_with_another_name_is_told_and_asked_for_at_full_looks_only() {
        show("Parciales");
        student.settled();

        show("Exámenes");
        student.moodle.resetCounts();
        SyncReport quiet = student.quietLook();
        boolean asked = student.moodle.countsByFunction().containsKey(NAMES);
        SyncReport full = student.look();

        assertThat(asked).isFalse();
        assertThat(quiet.news()).isEmpty();
        assertThat(full.news()).extracting(change -> change.item().key()).containsExactly(TOTAL);
        assertThat(student.item(TOTAL).title()).isEqualTo("Exámenes");
    }

    @Test
    void a_name_that_cannot_be_read_now_stays_as_it_was() {
        show("Parciales");
        student.settled();

        student.moodle.fail(Where.function(NAMES), Failure.error("nopermissions"));
        List<Change> changes = student.look().changes();

        assertThat(changes).isEmpty();
        assertThat(student.item(TOTAL).title()).isEqualTo("Parciales");
    }

    @Test
    void a_name_that_is_read_at_last_is_no_news() {
        show("Parciales");
        student.moodle.fail(Where.function(NAMES), Failure.error("nopermissions"));
        student.settled();
        String before = student.item(TOTAL).title();

        show("Parciales");
        SyncReport report = student.look();

        assertThat(before).isEqualTo("Category total");
        assertThat(report.news()).isEmpty();
        assertThat(student.item(TOTAL).title()).isEqualTo("Parciales");
    }

    private void show(String category) {
        student.moodle.clearFailures();
        student.moodle.answer(Where.function(REPORT).with("courseid", 2), Edits.of(answer -> {
            ArrayNode items = (ArrayNode) answer.at("/usergrades/0/gradeitems");
            items.add(AddedActivity.json("{'id':932,'itemname':'Concepto','itemtype':'manual','iteminstance':null,"
                    + "'categoryid':911,'gradeformatted':'-'}"));
            items.add(AddedActivity.json("{'id':933,'itemname':null,'itemtype':'category','iteminstance':911,"
                    + "'categoryid':null,'gradeformatted':'-'}"));
        }));
        student.moodle.answer(
                Where.function(NAMES).with("courseid", 2),
                Edits.of(answer -> ((ArrayNode) answer.get("gradeItems"))
                        .add(AddedActivity.json("{'id':'932','itemname':'Concepto','category':'" + category + "'}"))));
    }
}
