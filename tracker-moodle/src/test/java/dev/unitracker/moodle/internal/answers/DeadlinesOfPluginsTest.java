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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ends or is due is told whatever a plugin calls it. */
class DeadlinesOfPluginsTest {

    private static final String START = "2026-11-18T11:06:40Z";
    private static final String END = "2026-11-19T14:53:20Z";

    private static List<Sighting> calendar(String... events) {
        return events(events).sightings();
    }

    private static CalendarEvents events(String... events) {
        return new CalendarEvents(
                json("{'events':[" + String.join(",", events) + "]}"), 3, Read.LINKS, Map.of("taller 5", 41L)::get);
    }

    private static String event(int id, String type, long start, String fields) {
        return "{'id':" + id + ",'name':'Encuentro','timestart':" + start
                + ",'courseid':2,'modulename':'taller','instance':5,'eventtype':'" + type + "'" + fields + "}";
    }

    @ParameterizedTest
    @CsvSource({
        "duedate",
        "submissiondue",
        "submission_due_date",
        "timedue",
        "dtdue",
        "choicestop",
        "enddate",
        "closesubmissions",
        "registrationdeadline",
        "access_until",
        "expirydate",
        "cutoff"
    })
    void an_event_whose_kind_reads_like_an_end_is_the_activitys_deadline(String type) {
        List<Sighting> seen = calendar(event(9, type, 1795000000, ""));

        assertThat(keys(seen)).containsExactly("module:41");
        assertThat(stated(seen.get(0), Field.DUE_AT)).isEqualTo(START);
    }

    @ParameterizedTest
    @CsvSource({"attendance", "SSstu:31:7", "checklist", "Appointment", "weekend", "taller", "sessionstart"})
    void an_event_of_any_other_kind_is_something_that_happens(String type) {
        List<Sighting> seen = calendar(event(9, type, 1795000000, ""));

        assertThat(keys(seen)).containsExactly("event:9");
        assertThat(stated(seen.get(0), Field.STARTS_AT)).isEqualTo(START);
    }

    @ParameterizedTest
    @CsvSource({"initialgradingdue", "agreedgradingdue", "markingdeadline", "gradingduedate"})
    void what_teachers_have_to_do_by_then_is_nothing_to_a_student(String type) {
        assertThat(calendar(event(9, type, 1795000000, ""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Vencimiento de la entrega", "Informe vence", "Report is due", "Report closes"})
    void an_event_whose_kind_tells_nothing_is_a_deadline_if_its_title_says_so(String title) {
        String event = event(9, "taller", 1795000000, "").replace("Encuentro", title);

        assertThat(keys(calendar(event))).containsExactly("module:41");
    }

    @Test
    void each_part_of_an_activity_is_due_on_its_own_day() {
        String draft = event(31, "due", 1795000000, "").replace("Encuentro", "Ensayo - Borrador");
        String last = event(32, "due", 1795100000, "").replace("Encuentro", "Ensayo - Final");
        String same = event(33, "due", 1795000000, "");

        List<Sighting> seen = calendar(same, last, draft);

        assertThat(keys(seen)).containsExactly("module:41", "event:32");
        assertThat(stated(seen.get(0), Field.DUE_AT)).isEqualTo(START);
        assertThat(seen.get(1).within()).isEqualTo(new Within.PartOf("module:41"));
        assertThat(seen.get(1).presence()).isTrue();
        assertThat(stated(seen.get(1), Field.TITLE)).isEqualTo("Ensayo - Final");
        assertThat(stated(seen.get(1), Field.DUE_AT)).isEqualTo(END);
        assertThat(stated(seen.get(1), Field.STARTS_AT)).isEqualTo("?");
    }

    @Test
    void what_only_ends_later_is_a_part_and_the_deadline_is_the_activitys() {
        List<Sighting> seen = calendar(event(31, "cutoff", 1795100000, ""), event(32, "submissiondue", 1795000000, ""));

        assertThat(keys(seen)).containsExactlyInAnyOrder("module:41", "event:31");
        assertThat(stated(Read.of(seen, "module:41"), Field.DUE_AT)).isEqualTo(START);
    }

    @Test
    void a_date_of_the_students_own_stands_beside_that_of_all() {
        CalendarEvents seen = events(
                event(31, "due", 1795000000, ",'userid':2"), event(32, "personaldeadline", 1795100000, ",'userid':3"));

        List<Sighting> own = seen.exceptions();
        assertThat(keys(own)).containsExactly("module:41");
        assertThat(stated(own.get(0), Field.DUE_AT)).isEqualTo(END);
        assertThat(own.get(0).dueRule()).isEqualTo(DueRules.USER_OVERRIDE);
        assertThat(keys(seen.sightings())).containsExactly("module:41");
    }

    @Test
    void parts_are_told_too_where_the_student_is_named_as_whoever_opened_the_activity_last() {
        List<Sighting> seen =
                calendar(event(31, "due", 1795000000, ",'userid':3"), event(32, "due", 1795100000, ",'userid':2"));

        assertThat(keys(seen)).containsExactly("module:41", "event:32");
    }

    @Test
    void dates_of_several_groups_are_not_parts() {
        CalendarEvents seen =
                events(event(31, "due", 1795000000, ",'groupid':4"), event(32, "due", 1795100000, ",'groupid':5"));

        assertThat(keys(seen.exceptions())).containsExactly("module:41");
        assertThat(seen.sightings()).isEmpty();
    }

    @Test
    void an_activity_that_is_open_for_a_while_is_due_when_it_closes() {
        String window = event(9, "open", 1795000000, ",'timeduration':100000");

        List<Sighting> seen = calendar(window);

        assertThat(keys(seen)).containsExactly("module:41");
        assertThat(stated(seen.get(0), Field.DUE_AT)).isEqualTo(END);
        assertThat(stated(events(window).starts().get(0), Field.STARTS_AT)).isEqualTo(START);
    }

    @Test
    void a_meeting_that_lasts_a_while_ends_and_is_not_due() {
        String lesson = event(9, "meeting_start", 1795000000, ",'timeduration':100000");

        assertThat(calendar(lesson)).isEmpty();
        assertThat(stated(events(lesson).starts().get(0), Field.ENDS_AT)).isEqualTo(END);
    }

    private static Sighting module(String modname, String fields) {
        return new CourseContents(
                        2,
                        json("[{'id':5,'modules':[{'id':9,'instance':4,'modname':'" + modname + "','name':'Taller',"
                                + fields + "}]}]"),
                        Read.LINKS)
                .sightings()
                .get(0);
    }

    private static String date(String dataid, String label, long moment) {
        return "{'dataid':'" + dataid + "','label':'" + label + "','timestamp':" + moment + "}";
    }

    @ParameterizedTest
    @CsvSource({"submissionduedate", "timedue", "enddate", "accesstimestop", "bookingend", "timeavailableuntil"})
    void a_date_whose_name_reads_like_an_end_is_the_deadline(String name) {
        Sighting seen = module(
                "taller", "'dates':[" + date("opendate", "x", 1795000000) + "," + date(name, "x", 1795100000) + "]");

        assertThat(stated(seen, Field.STARTS_AT)).isEqualTo(START);
        assertThat(stated(seen, Field.DUE_AT)).isEqualTo(END);
        assertThat(seen.fields().keySet()).noneMatch(key -> key.startsWith("date["));
    }

    @Test
    void of_several_ends_the_deadline_counts_and_the_others_stay_dates() {
        Sighting seen = module(
                "taller",
                "'dates':[" + date("closingtime", "x", 1795200000) + "," + date("submissionduedate", "x", 1795100000)
                        + "," + date("cutoff_time", "x", 1795200000) + "]");

        assertThat(stated(seen, Field.DUE_AT)).isEqualTo(END);
        assertThat(stated(seen, Field.CUT_OFF_AT)).isEqualTo("2026-11-20T18:40:00Z");
        assertThat(seen.fields()).containsEntry("date[closingtime]", "2026-11-20T18:40:00Z");
    }

    @Test
    void a_name_that_only_customdata_has_is_read_too() {
        String named = "'customdata':'{\\\"timedue\\\":1795100000,\\\"endless\\\":1,\\\"timeend\\\":3600}'";

        Sighting old = module("taller", named);
        Sighting nameless = module("taller", "'dates':[{'label':'x','timestamp':1795100000}]," + named);

        assertThat(stated(old, Field.DUE_AT)).isEqualTo(END);
        assertThat(stated(nameless, Field.DUE_AT)).isEqualTo(END);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Due: | due",
                "Closes: | due",
                "Closed: | due",
                "Cierra: | due",
                "Cerró: | due",
                "Vencimiento: | due",
                "Disponible hasta: | due",
                "Opens: | starts",
                "Opened: | starts",
                "Abrió: | starts",
                "Permitir entregas desde: | starts",
                "Fecha: | date",
                "Lorem: | date"
            })
    void a_date_that_nothing_names_is_what_its_label_says(String label, String meaning) {
        Sighting seen = module("taller", "'dates':[{'label':'" + label + "','timestamp':1795100000}]");

        assertThat(stated(seen, Field.DUE_AT)).isEqualTo(meaning.equals("due") ? END : "?");
        assertThat(stated(seen, Field.STARTS_AT)).isEqualTo(meaning.equals("starts") ? END : "?");
        assertThat(seen.fields().containsKey("date[unnamed 1]")).isEqualTo(meaning.equals("date"));
    }

    @Test
    void an_extension_that_only_a_label_names_is_the_deadline() {
        Sighting seen = module(
                "taller",
                "'dates':[{'label':'Due date:','timestamp':1795000000},{'label':'Extension to:','timestamp':1795100000}]");

        assertThat(stated(seen, Field.DUE_AT)).isEqualTo(END);
        assertThat(seen.fields()).containsEntry("date[duedate]", START);
    }

    @Test
    void a_meeting_whose_end_has_any_name_is_not_due() {
        Sighting seen = module("videozoom", "'dates':[" + date("end_date_time", "x", 1795100000) + "]");

        assertThat(stated(seen, Field.ENDS_AT)).isEqualTo(END);
        assertThat(stated(seen, Field.DUE_AT)).isEqualTo("?");
    }

    @Test
    void the_dates_of_moodles_own_modules_are_read_by_their_names_alone() {
        Sighting seen = module("workshop", "'dates':[" + date("assessmentend", "Closes:", 1795100000) + "]");

        assertThat(seen.type()).isEqualTo(new ItemType("workshop"));
        assertThat(stated(seen, Field.DUE_AT)).isEqualTo("-");
        assertThat(seen.fields()).containsEntry("date[assessmentend]", END);
    }
}
