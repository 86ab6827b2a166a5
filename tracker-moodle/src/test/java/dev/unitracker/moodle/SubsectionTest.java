package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.model.Change;
import dev.unitracker.model.Field;
import dev.unitracker.moodle.simulator.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Since Moodle 4.5 a module may hold a section. That section is not in the answer while the student is not let into the
 * module or into the section around it (course/classes/section_info.php, check_delegated_uservisible).
 */
class SubsectionTest {

    private static final Where CONTENTS =
            Where.function("core_course_get_contents").with("courseid", 2);
    private static final Where UPDATES =
            Where.function("core_course_get_updates_since").with("courseid", 2);
    private static final String REASON = "Disponible desde <strong>el 5 de diciembre</strong>";

    private final Student student = Student.ofDemo();

    @BeforeEach
    void a_page_in_a_subsection_with_a_text() {
        show(sections -> {});
        student.settled();
        assertThat(student.item("module:901").title()).isEqualTo("Dentro");
        assertThat(student.activeItems()).hasSize(81 + 3);
    }

    @AfterEach
    void the_same_looks_made_again_say_the_same() {
        try (student) {
            assertThat(student.tracker().replay().difference()).isEmpty();
        }
    }

    @Test
    void a_closed_section_closes_what_is_in_its_subsections_and_removes_nothing() {
        show(sections -> {
            close((ObjectNode) sections.get(1)).putArray("modules");
            withoutSubsection(sections);
        });
        List<String> closed = news();

        show(sections -> {});
        List<String> opened = news();

        assertThat(closed)
                .contains("module:5 availability_changed", "module:900 availability_changed")
                .contains("module:901 availability_changed")
                .allMatch(change -> change.endsWith("availability_changed"));
        assertThat(opened).containsExactlyInAnyOrderElementsOf(closed);
    }

    @Test
    void a_closed_subsection_closes_what_is_in_it_and_says_what_it_waits_for() {
        show(sections -> {
            sections.get(1).path("modules").forEach(module -> {
                if (module.path("id").asInt() == 900) {
                    close((ObjectNode) module);
                }
            });
            withoutSubsection(sections);
        });

        List<String> closed = news();

        assertThat(closed)
                .containsExactlyInAnyOrder("module:900 availability_changed", "module:901 availability_changed");
        assertThat(student.item("module:901").get(Field.AVAILABILITY))
                .contains("restricted: Disponible desde el 5 de diciembre");
    }

    @Test
    void a_deleted_subsection_is_removed_with_what_was_in_it() {
        student.moodle.clearFailures();

        List<String> changes = news();

        assertThat(changes)
                .containsExactlyInAnyOrder("module:900 removed", "module:901 removed", "section_text:80 removed");
    }

    @Test
    void that_a_site_cannot_tell_what_moved_in_a_subsections_module_does_not_stir_the_course() {
        untold(900);
        student.moodle.resetCounts();
        student.quietLook();
        int subsection = grades();
        untold(901);
        student.moodle.resetCounts();
        student.quietLook();

        assertThat(subsection).isZero();
        assertThat(grades()).isEqualTo(1);
    }

    /** A course that is stirred is read with its grades. */
    private int grades() {
        return student.moodle.countsByFunction().getOrDefault("gradereport_user_get_grade_items", 0);
    }

    private void untold(int cmid) {
        show(sections -> {});
        student.moodle.answer(
                UPDATES,
                Edits.of(answer -> ((ObjectNode) answer)
                        .putArray("warnings")
                        .addObject()
                        .put("item", "module")
                        .put("itemid", cmid)
                        .put("warningcode", "missingcallback")));
    }

    private void show(Consumer<JsonNode> edit) {
        student.moodle.clearFailures();
        student.moodle.answer(CONTENTS, Edits.of(sections -> {
            ((ArrayNode) sections.get(1).path("modules"))
                    .add(AddedActivity.json("{'id':900,'instance':1,'modname':'subsection','name':'Anexo',"
                            + "'uservisible':true,'customdata':'{\\u0022sectionid\\u0022:\\u002280\\u0022}'}"));
            ((ArrayNode) sections)
                    .add(AddedActivity.json(
                            "{'id':80,'section':7,'name':'Anexo','component':'mod_subsection','itemid':1,"
                                    + "'uservisible':true,'summary':'<p>Para leer</p>','modules':[{'id':901,'instance':9,"
                                    + "'modname':'hvp','name':'Dentro','uservisible':true}]}"));
            edit.accept(sections);
        }));
    }

    private static ObjectNode close(ObjectNode part) {
        return part.put("uservisible", false).put("availabilityinfo", REASON);
    }

    private static void withoutSubsection(JsonNode sections) {
        Edits.remove(sections, "id", 80);
    }

    private List<String> news() {
        List<String> news = new ArrayList<>();
        for (int look = 0; look < 3; look++) {
            student.look().changes().stream()
                    .filter(Change::meaningful)
                    .map(change -> change.item().key() + " " + change.kind().key())
                    .forEach(news::add);
        }
        return news;
    }
}
