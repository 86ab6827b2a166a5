package dev.unitracker.moodle.internal.answers;

import static dev.unitracker.moodle.internal.answers.Read.json;
import static dev.unitracker.moodle.internal.answers.Read.keys;
import static dev.unitracker.moodle.internal.answers.Read.stated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Field;
import dev.unitracker.moodle.internal.answers.Courses.Course;
import dev.unitracker.spi.Sighting;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lists of courses, of a module's activities, and of what moved. */
class ListsTest {

    @Test
    void courses_come_once_each_ordered_by_id_with_readable_names() {
        List<Course> courses =
                Courses.read(json("[{'id':'12','shortname':'Q&amp;A','fullname':'Qu&iacute;mica <b>II</b>'},"
                        + "{'id':2,'fullname':'Cálculo'},{'id':2,'fullname':'Cálculo'},{'fullname':'sin id'}]"));

        assertThat(courses).containsExactly(new Course(2, "", "Cálculo"), new Course(12, "Q&A", "Química II"));
        assertThat(Courses.read(json("{}"))).isEmpty();
    }

    @Test
    void a_courses_summary_is_its_text() {
        List<Sighting> seen = Courses.sightings(
                json("[{'id':2,'fullname':'Cálculo','shortname':'C','summary':'<p>Parcial: 30/11</p>'},"
                        + "{'id':3,'fullname':'Física','shortname':'F'}]"),
                Read.LINKS);

        assertThat(keys(seen)).containsExactly("course:2", "course:3");
        assertThat(stated(seen.get(0), Field.BODY)).isEqualTo("Parcial: 30/11");
        assertThat(stated(seen.get(1), Field.BODY)).isEqualTo("?");
        assertThat(seen.get(0).memo()).containsEntry("shortname", "C");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "page | 'intro':'<p>Resumen</p>','content':'<p>Texto</p>' | Resumen\\nTexto",
                "page | 'intro':'','content':'<p>Texto</p>' | Texto",
                "url | 'intro':'','externalurl':' https://tablas.example/vapor ' | https://tablas.example/vapor",
                "url | 'intro':'<p>Ver</p>','externalurl':'https://x.example' | Ver\\nhttps://x.example",
                "folder | 'intro':'<p>Guías</p>' | Guías",
                "folder | 'intro':'' | -",
                "folder | 'revision':3 | ?"
            })
    void an_activitys_text_is_its_introduction_and_what_it_is_about(String modname, String fields, String body) {
        Sighting seen = ModuleList.sightings(
                        modname,
                        json("{'things':[{'id':4,'coursemodule':9,'course':2,'name':'Cosa'," + fields
                                + "}],'warnings':[]}"),
                        Read.LINKS)
                .get(0);

        assertThat(seen.key()).isEqualTo("module:9");
        assertThat(stated(seen, Field.BODY)).isEqualTo(body.replace("\\n", "\n"));
        assertThat(stated(seen, Field.TITLE)).isEqualTo("Cosa");
    }

    @Test
    void a_label_is_called_by_its_first_line_and_lies_on_the_page_of_its_course() {
        Sighting seen = ModuleList.sightings(
                        "label",
                        json(
                                "{'labels':[{'id':4,'coursemodule':9,'course':2,'name':'LímitesMaterial','intro':'<h3>Límites</h3>Material'}]}"),
                        Read.LINKS)
                .get(0);

        assertThat(stated(seen, Field.TITLE)).isEqualTo("Límites");
        assertThat(stated(seen, Field.URL)).isEqualTo("https://campus.example.edu/course/view.php?id=2#module-9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "scorm | 'sha1hash':'3f2a','revision':4 | 3f2a",
                "scorm | 'intro':'' | ?",
                "h5pactivity | 'package':[{'filename':'a.h5p','filesize':2048,'timemodified':5}] | 2048 B",
                "h5pactivity | 'package':[] | ?"
            })
    void a_package_is_known_by_what_moves_with_its_content(String modname, String fields, String version) {
        Sighting seen = ModuleList.sightings(
                        modname,
                        json("{'things':[{'id':4,'coursemodule':9,'course':2,'name':'Cosa'," + fields + "}]}"),
                        Read.LINKS)
                .get(0);

        assertThat(stated(seen, Field.FILE_VERSION)).isEqualTo(version);
    }

    @Test
    void settings_and_warnings_beside_a_list_are_no_activities() {
        List<Sighting> seen = ModuleList.sightings(
                "scorm",
                json(
                        "{'scorms':[{'id':4,'coursemodule':9,'course':2,'name':'Fases'}],'options':[{'name':'x','value':'1'}],"
                                + "'warnings':[{'item':'course','itemid':7,'warningcode':'1'}]}"),
                Read.LINKS);

        assertThat(keys(seen)).containsExactly("module:9");
        assertThat(ModuleList.sightings("scorm", json("[]"), Read.LINKS)).isEmpty();
    }

    @Test
    void updates_tell_what_moved_and_of_what_they_cannot_tell() {
        Updates moved =
                Updates.read(json("{'instances':[{'contextlevel':'module','id':5,'updates':[{'name':'configuration'},"
                        + "{'name':'gradeitems','itemids':[1]}]},{'id':5,'updates':[{'name':'submissions'}]}],"
                        + "'warnings':[{'item':'module','itemid':9,'warningcode':'missingcallback'}]}"));
        Updates still = Updates.read(json("{'instances':[],'warnings':[{'warningcode':'nonuservisible'}]}"));

        assertThat(moved.areas())
                .containsOnlyKeys(5L)
                .containsEntry(5L, Set.of("configuration", "gradeitems", "submissions"));
        assertThat(moved.any()).isTrue();
        assertThat(moved.unknown()).containsExactly(9L);
        assertThat(still.any()).isFalse();
        assertThat(still.unknown()).isEmpty();
        assertThat(Updates.read(json("[]")).any()).isFalse();
    }
}
