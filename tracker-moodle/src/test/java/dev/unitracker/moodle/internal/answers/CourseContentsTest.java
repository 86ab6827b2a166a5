package dev.unitracker.moodle.internal.answers;

import static dev.unitracker.moodle.internal.answers.Read.json;
import static dev.unitracker.moodle.internal.answers.Read.keys;
import static dev.unitracker.moodle.internal.answers.Read.stated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Field;
import dev.unitracker.model.ItemType;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Within;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseContentsTest {

    private static CourseContents contents(String sections) {
        return new CourseContents(2, json(sections), Read.LINKS);
    }

    private static Sighting module(String fields) {
        String module =
                "{'id':9,'instance':4,'modname':'choice','name':'Turno'" + (fields.isEmpty() ? "" : ",") + fields + "}";
        return contents("[{'id':5,'modules':[" + module + "]}]").sightings().get(0);
    }

    @Test
    void an_activity_is_known_by_its_course_module_and_lies_in_its_section() {
        Sighting seen = module("'url':'https://campus.example.edu/mod/choice/view.php?id=9'");

        assertThat(seen.key()).isEqualTo("module:9");
        assertThat(seen.within()).isEqualTo(new Within.PlacedIn("section:5"));
        assertThat(seen.course()).isEqualTo("course:2");
        assertThat(seen.type()).isEqualTo(new ItemType("choice"));
        assertThat(seen.memo()).containsEntry("instance", "choice 4");
        assertThat(stated(seen, Field.URL)).isEqualTo("https://campus.example.edu/mod/choice/view.php?id=9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Fechas de examen | Fechas de examen",
                "Unidad 1: Límites | Unidad 1: Límites",
                "Tema 3 | Parcial: 30/11 18 h",
                "Topic 3 | Parcial: 30/11 18 h",
                "Nueva sección | Parcial: 30/11 18 h",
                "23 de noviembre - 29 de noviembre | Parcial: 30/11 18 h",
                "November 23 - November 29 | Parcial: 30/11 18 h",
                "23 noviembre - 29 noviembre | Parcial: 30/11 18 h",
                "'' | Parcial: 30/11 18 h"
            })
    void what_is_written_above_a_section_is_an_item_called_by_a_name_that_only_a_teacher_changes(
            String name, String title) {
        List<Sighting> seen = contents("[{'id':5,'section':3,'name':'" + name.replace("'", "")
                        + "','summary':'<p>Parcial: 30/11 18&nbsp;h</p><p>Aula 3</p>','modules':[]},"
                        + "{'id':6,'section':4,'name':'Con nombre','summary':'<p>&nbsp;</p>','modules':[]},"
                        + "{'id':7,'section':5,'summary':'<img src=\\u0022a.png\\u0022>','modules':[]},"
                        + "{'id':-1,'name':'','summary':'x','modules':[]}]")
                .sectionTexts();

        assertThat(keys(seen)).containsExactly("section_text:5");
        assertThat(seen.get(0).type()).isEqualTo(ItemType.MATERIAL);
        assertThat(seen.get(0).within()).isEqualTo(new Within.PlacedIn("section:5"));
        assertThat(stated(seen.get(0), Field.TITLE)).isEqualTo(title);
        assertThat(stated(seen.get(0), Field.BODY)).isEqualTo("Parcial: 30/11 18 h\nAula 3");
    }

    @ParameterizedTest
    @CsvSource({
        "assign, assignment",
        "quiz, quiz",
        "forum, forum",
        "page, material",
        "book, material",
        "url, material",
        "label, material",
        "resource, material",
        "folder, material",
        "imscp, material",
        "choice, choice",
        "hvp, hvp",
        "subsection, subsection",
        "Local-Thing, local_thing",
        "attendance, attendance"
    })
    void every_module_has_a_type(String modname, String type) {
        Sighting seen = contents("[{'id':5,'modules':[{'id':9,'modname':'" + modname + "','name':'x'}]}]")
                .sightings()
                .get(0);

        assertThat(seen.type()).isEqualTo(new ItemType(type));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'name':'L&iacute;mites &amp; <b>series</b>' | Límites & series",
                "'name':'<span lang=\\\\u0022es\\\\u0022>Unidad</span> 1' | Unidad 1",
                "'name':'' | -"
            })
    void a_name_is_shown_without_entities_and_markup(String name, String title) {
        Sighting seen = contents("[{'modules':[{'id':9,'modname':'page'," + name.replace("\\\\u", "\\u") + "}]}]")
                .sightings()
                .get(0);

        assertThat(stated(seen, Field.TITLE)).isEqualTo(title);
    }

    @Test
    void a_label_is_called_by_the_first_line_of_its_text() {
        Sighting seen = contents("[{'modules':[{'id':9,'modname':'label','name':'LímitesMaterial obligatorio',"
                        + "'description':'<h4>Límites</h4><p>Material obligatorio</p>'}]}]")
                .sightings()
                .get(0);

        assertThat(stated(seen, Field.TITLE)).isEqualTo("Límites");
        assertThat(stated(seen, Field.BODY)).isEqualTo("Límites\nMaterial obligatorio");
        assertThat(stated(seen, Field.URL)).isEqualTo("https://campus.example.edu/course/view.php?id=2#module-9");
    }

    @Test
    void a_label_without_text_keeps_its_name() {
        Sighting seen = contents("[{'modules':[{'id':9,'modname':'label','name':'Imagen','description':''}]}]")
                .sightings()
                .get(0);

        assertThat(stated(seen, Field.TITLE)).isEqualTo("Imagen");
    }

    @Test
    void old_sites_that_tell_neither_dates_nor_visibility_nor_completion_state_nothing_of_them() {
        Sighting seen = module("");

        assertThat(stated(seen, Field.DUE_AT)).isEqualTo("?");
        assertThat(stated(seen, Field.STARTS_AT)).isEqualTo("?");
        assertThat(stated(seen, Field.COMPLETION)).isEqualTo("?");
        assertThat(stated(seen, Field.AVAILABILITY)).isEqualTo("-");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Since 4.1 or so each date has an id.
                "'dates':[{'label':'Abre:','timestamp':1795000000,'dataid':'timeopen'},{'label':'Cierra:','timestamp':1795100000,'dataid':'timeclose'}]"
                        + " | 2026-11-18T11:06:40Z | 2026-11-19T14:53:20Z",
                // 3.11 and 4.0 have dates without one, and the same moments by name.
                "'dates':[{'label':'Opens:','timestamp':1795000000},{'label':'Closes:','timestamp':1795100000}],"
                        + "'customdata':'{\\\"timeopen\\\":\\\"1795000000\\\",\\\"timeclose\\\":1795100000}'"
                        + " | 2026-11-18T11:06:40Z | 2026-11-19T14:53:20Z",
                // 3.9 and 3.10 have only the names.
                "'customdata':'{\\\"timeopen\\\":0,\\\"timeclose\\\":\\\"1795100000\\\"}' | - | 2026-11-19T14:53:20Z",
                "'dates':[] | - | -",
                "'dates':[],'customdata':'{\\\"timeclose\\\":1795100000}' | - | -",
                "'dates':[{'label':'Due today','timestamp':0,'dataid':'duedate'}] | - | -",
                "'dates':[{'label':'x','timestamp':'1795100000','dataid':'deadline'}] | - | 2026-11-19T14:53:20Z",
                "'customdata':'' | ? | ?",
                "'customdata':'\\\"\\\"' | ? | ?",
                "'customdata':'[]' | ? | ?"
            })
    void dates_are_told_by_their_names_and_never_by_their_labels(String fields, String starts, String due) {
        Sighting seen = module(fields);

        assertThat(stated(seen, Field.STARTS_AT)).isEqualTo(starts);
        assertThat(stated(seen, Field.DUE_AT)).isEqualTo(due);
    }

    @Test
    void dates_without_any_name_are_kept_in_the_order_of_time() {
        String one = "{'label':'a','timestamp':1795100000}";
        String two = "{'label':'b','timestamp':1795000000}";

        Sighting forwards = module("'dates':[" + one + "," + two + "]");
        Sighting backwards = module("'dates':[" + two + "," + one + "]");

        assertThat(forwards).isEqualTo(backwards);
        assertThat(forwards.fields().values()).contains("2026-11-18T11:06:40Z", "2026-11-19T14:53:20Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "assessmentstart | assessmentstart",
                "assessmentend | assessmentend",
                // What a plugin calls its date is no name that Moodle gives a meaning to.
                "kickoff | kickoff",
                "other | unnamed 1"
            })
    void a_date_without_an_id_is_called_what_customdata_calls_the_same_moment(String name, String called) {
        String moment = name.equals("other") ? "1795000001" : "1795000000";

        Sighting seen = module("'dates':[{'label':'x','timestamp':1795000000}],'customdata':'{\\\"" + name + "\\\":\\\""
                + moment + "\\\",\\\"size\\\":3}'");

        assertThat(seen.fields()).containsEntry("date[" + called + "]", "2026-11-18T11:06:40Z");
    }

    @Test
    void old_sites_name_the_second_dates_of_a_workshop_in_customdata_too() {
        Sighting seen = module("'customdata':'{\\\"assessmentend\\\":1795000000,\\\"size\\\":1795000000}'");

        assertThat(seen.fields()).containsEntry("date[assessmentend]", "2026-11-18T11:06:40Z");
        assertThat(seen.fields()).doesNotContainKey("date[size]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'dates':[] | ? | ?",
                "'dates':[{'timestamp':1795000000,'dataid':'timeopen'}] | 2026-11-18T11:06:40Z | -",
                "'dates':[{'timestamp':1795100000,'dataid':'timeclose'}] | ? | 2026-11-19T14:53:20Z"
            })
    void a_meeting_ends_and_is_never_due(String dates, String starts, String ends) {
        Sighting seen = contents("[{'modules':[{'id':9,'instance':4,'modname':'bigbluebuttonbn','name':'Clase'," + dates
                        + "}]}]")
                .sightings()
                .get(0);

        assertThat(stated(seen, Field.STARTS_AT)).isEqualTo(starts);
        assertThat(stated(seen, Field.ENDS_AT)).isEqualTo(ends);
        assertThat(stated(seen, Field.DUE_AT)).isEqualTo("?");
    }

    @ParameterizedTest
    @CsvSource({"3, 2026-11-18T11:06:40Z", "1, 2026-11-18T11:06:40Z", "0, ?"})
    void a_chats_session_is_known_when_it_has_begun_unless_it_is_not_published(int schedule, String starts) {
        Sighting seen = contents("[{'modules':[{'id':9,'instance':4,'modname':'chat','name':'Chat','dates':[],"
                        + "'customdata':'{\\\"chattime\\\":\\\"1795000000\\\",\\\"schedule\\\":\\\"" + schedule
                        + "\\\"}'}]}]")
                .sightings()
                .get(0);

        assertThat(stated(seen, Field.STARTS_AT)).isEqualTo(starts);
    }

    @Test
    void a_workshops_second_date_is_a_date_of_its_own_name() {
        Sighting seen = module("'dates':[{'timestamp':1795000000,'dataid':'submissionend'},"
                + "{'timestamp':1795100000,'dataid':'assessmentend'}]");

        assertThat(stated(seen, Field.DUE_AT)).isEqualTo("2026-11-18T11:06:40Z");
        assertThat(seen.fields()).containsEntry("date[assessmentend]", "2026-11-19T14:53:20Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'completion':1,'completiondata':{'state':0} | incomplete",
                "'completion':2,'completiondata':{'state':1} | completed",
                "'completion':2,'completiondata':{'state':2} | completed",
                // Complete and failed: done only where any grade will do.
                "'completion':2,'completiondata':{'state':3} | incomplete",
                "'completion':2,'completiondata':{'state':3,'isoverallcomplete':false} | incomplete",
                "'completion':2,'completiondata':{'state':3,'isoverallcomplete':true} | completed",
                "'completion':'2','completiondata':{'state':'1'} | completed",
                "'completion':0,'completiondata':{'state':1} | ?",
                "'completion':2,'completiondata':[] | ?",
                "'completion':2 | ?"
            })
    void completion_counts_where_it_is_tracked(String fields, String expected) {
        assertThat(stated(module(fields), Field.COMPLETION)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'completion':2,'completiondata':{'state':1} | true",
                "'completion':2,'completiondata':{'state':1,'overrideby':null,'details':[{'rulename':'completionview','rulevalue':{'status':1}}]} | true",
                "'completion':2,'completiondata':{'state':1,'details':[{'rulename':'completionusegrade','rulevalue':{'status':1}}]} | true",
                "'completion':2,'completiondata':{'state':0} | false",
                // Ticked by the student; set by a teacher; handed in; passed.
                "'completion':1,'completiondata':{'state':1} | false",
                "'completion':2,'completiondata':{'state':1,'overrideby':5} | false",
                "'completion':2,'completiondata':{'state':1,'details':[{'rulename':'completionview','rulevalue':{'status':1}},{'rulename':'completionsubmit','rulevalue':{'status':1}}]} | false",
                "'completion':2,'completiondata':{'state':2,'details':[{'rulename':'completionpassgrade','rulevalue':{'status':2}}]} | false"
            })
    void what_was_only_looked_at_is_told_from_what_was_done(String fields, boolean looked) {
        ListedModule module = contents("[{'modules':[{'id':9,'instance':4,'modname':'assign'," + fields + "}]}]")
                .modules()
                .get(0);

        assertThat(module.completeByLooking()).isEqualTo(looked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'uservisible':true | -",
                "'uservisible':false | restricted",
                "'uservisible':false,'availabilityinfo':'' | restricted",
                "'uservisible':false,'availabilityinfo':'No disponible hasta <strong>el 5 de diciembre</strong>' | restricted: No disponible hasta el 5 de diciembre",
                "'uservisible':true,'availabilityinfo':'Solo Comisión A' | -"
            })
    void what_is_shown_and_closed_says_what_it_waits_for(String fields, String expected) {
        assertThat(stated(module(fields), Field.AVAILABILITY)).isEqualTo(expected);
    }

    @Test
    void closed_are_sections_and_activities_that_the_student_is_not_let_into() {
        CourseContents contents = contents("[{'id':5,'uservisible':false,'modules':[]},"
                + "{'id':6,'uservisible':true,'modules':[{'id':9,'modname':'folder','uservisible':false}]},"
                + "{'id':7,'modules':[{'id':10,'modname':'folder'}]}]");

        assertThat(contents.closed()).containsExactlyInAnyOrder("section:5", "module:9");
    }

    @Test
    void subsections_and_what_is_shown_nowhere_are_read_like_the_rest() {
        CourseContents contents =
                contents("[{'id':5,'modules':[{'id':9,'modname':'subsection','instance':1,'name':'Anexo'}]},"
                        + "{'id':8,'component':'mod_subsection','itemid':1,'modules':[{'id':10,'modname':'page','name':'Dentro'}]},"
                        + "{'id':-1,'name':'','modules':[{'id':11,'modname':'page','name':'Oculta'}]}]");

        assertThat(keys(contents.sightings())).containsExactly("module:9", "module:10", "module:11");
        assertThat(contents.sightings().get(1).within()).isEqualTo(new Within.PlacedIn("section:8"));
    }

    @Test
    void what_is_no_activity_or_is_there_twice_is_left_out() {
        CourseContents contents = contents("[{'id':5,'modules':[{'id':0,'modname':'page'},{'id':9,'name':'x'},"
                + "{'id':10,'modname':'page','name':'a'},{'id':10,'modname':'page','name':'b'}]},{'modules':{}},{}]");

        assertThat(keys(contents.sightings())).containsExactly("module:10");
    }

    @Test
    void files_are_known_by_activity_folder_and_name() {
        CourseContents contents = contents("[{'id':5,'modules':[{'id':9,'modname':'folder','name':'Guías','contents':["
                + "{'type':'file','filename':'a.txt','filepath':'/','filesize':3},"
                + "{'type':'file','filename':'a.txt','filepath':'/extra/','filesize':3},"
                + "{'type':'file','filename':'b.txt','filepath':null},"
                + "{'type':'url','filename':'Enlace','fileurl':'https://x.example'}]}]}]");

        assertThat(keys(contents.sightings()))
                .containsExactly("module:9", "file:9:/a.txt", "file:9:/extra/a.txt", "file:9:/b.txt");
        assertThat(contents.sightings().get(1).within()).isEqualTo(new Within.PartOf("module:9"));
    }

    @ParameterizedTest
    @CsvSource({
        "CRONOGRAMA 2C.pdf, watch",
        "Programa de la materia.docx, watch",
        "syllabus-v2.PDF, watch",
        "Calendário 2026.pdf, watch",
        "guia1.txt, ?"
    })
    void a_file_that_is_named_like_a_schedule_is_watched(String name, String review) {
        CourseContents contents =
                contents("[{'modules':[{'id':9,'modname':'resource','contents':[{'type':'file','filename':'" + name
                        + "','filepath':'/'}]}]}]");

        assertThat(stated(contents.sightings().get(1), Field.REVIEW_STATUS)).isEqualTo(review);
    }

    @Test
    void a_books_chapters_are_its_text_in_the_order_of_its_table_of_contents() {
        ListedModule book = contents(
                        "[{'modules':[{'id':9,'modname':'book','contents':["
                                + "{'type':'file','filename':'index.html','filepath':'/7/'},"
                                + "{'type':'file','filename':'index.html','filepath':'/3/'},"
                                + "{'type':'file','filename':'foto.png','filepath':'/3/','mimetype':'image/png'},"
                                + "{'type':'file','filename':'anexo.pdf','filepath':'/3/'},"
                                + "{'type':'file','filename':'index.html','filepath':'/5/'},"
                                + "{'type':'content','filename':'structure','content':'[{\\\"href\\\":\\\"3/index.html\\\",\\\"subitems\\\":"
                                + "[{\\\"href\\\":\\\"5/index.html\\\",\\\"subitems\\\":[]}]},{\\\"href\\\":\\\"7/index.html\\\",\\\"subitems\\\":[]}]'}]}]}]")
                .modules()
                .get(0);

        assertThat(book.pages()).extracting(RemoteFile::path).containsExactly("/3/", "/5/", "/7/");
        assertThat(book.files()).extracting(RemoteFile::name).containsExactly("anexo.pdf");
    }

    @Test
    void a_page_s_own_text_is_no_file_and_a_packages_insides_are_none_either() {
        List<Sighting> seen = contents(
                        "[{'modules':["
                                + "{'id':9,'modname':'page','contents':[{'type':'file','filename':'index.html','filepath':'/'}]},"
                                + "{'id':10,'modname':'imscp','contents':[{'type':'file','filename':'imsmanifest.xml','filepath':'/'}]}]}]")
                .sightings();

        assertThat(keys(seen)).containsExactly("module:9", "module:10");
    }
}
