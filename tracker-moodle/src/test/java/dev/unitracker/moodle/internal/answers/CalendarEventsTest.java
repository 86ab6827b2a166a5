package dev.unitracker.moodle.internal.answers;

import static dev.unitracker.moodle.internal.answers.Read.json;
import static dev.unitracker.moodle.internal.answers.Read.keys;
import static dev.unitracker.moodle.internal.answers.Read.stated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.DateRule;
import dev.unitracker.model.Field;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Within;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarEventsTest {

    private static final Map<String, Long> CMIDS =
            Map.of("assign 3", 15L, "quiz 1", 7L, "bigbluebuttonbn 2", 40L, "chat 6", 42L, "zoom 5", 41L);

    private static List<Sighting> read(String... events) {
        return calendar(events).sightings();
    }

    private static CalendarEvents calendar(String... events) {
        return new CalendarEvents(json("{'events':[" + String.join(",", events) + "]}"), 3, Read.LINKS, CMIDS::get);
    }

    private static String event(int id, String fields) {
        return "{'id':" + id + ",'name':'Clase &amp; consulta','timestart':1795000000,'courseid':2," + fields + "}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'courseid':2,'eventtype':'course','modulename':null | course:2",
                "'courseid':2,'eventtype':'group','groupid':4,'modulename':'' | course:2",
                "'courseid':1,'eventtype':'site' |",
                "'courseid':0,'eventtype':'user','userid':3,'modulename':0 |",
                "'courseid':'0','categoryid':4,'eventtype':'category' |"
            })
    void what_is_no_activitys_is_an_item_of_its_course_or_of_none(String fields, @Nullable String course) {
        Sighting seen = read("{'id':26,'name':'Clase','timestart':1795000000,'timeduration':7200,"
                        + fields.replace("'modulename':0", "'modulename':false") + "}")
                .get(0);

        assertThat(seen.key()).isEqualTo("event:26");
        assertThat(seen.course()).isEqualTo(course);
        assertThat(stated(seen, Field.STARTS_AT)).isEqualTo("2026-11-18T11:06:40Z");
        assertThat(stated(seen, Field.ENDS_AT)).isEqualTo("2026-11-18T13:06:40Z");
    }

    @ParameterizedTest
    @CsvSource({
        "due, true",
        "close, true",
        "closesubmission, true",
        "deadline, true",
        "extension, true",
        "open, false",
        "opensubmission, false",
        "closeassessment, false",
        "gradingdue, false",
        "expectcompletionon, false",
        "attendance, false",
        "meeting_start, false"
    })
    void an_activitys_event_only_confirms_its_deadline(String type, boolean confirms) {
        CalendarEvents events = calendar(event(9, "'modulename':'assign','instance':3,'eventtype':'" + type + "'"));
        List<Sighting> seen = new ArrayList<>(events.sightings());
        seen.addAll(events.exceptions());

        assertThat(keys(seen)).isEqualTo(confirms ? List.of("module:15") : List.of());
        assertThat(seen).noneMatch(Sighting::presence);
    }

    @ParameterizedTest
    @CsvSource({
        "bigbluebuttonbn, 2, meeting_start, module:40",
        "bigbluebuttonbn, 2, expectcompletionon,",
        "chat, 6, chattime, module:42",
        "zoom, 5, open, module:41",
        "quiz, 1, open,",
        "assign, 3, gradingdue,"
    })
    void of_an_activity_that_tells_no_dates_itself_the_calendar_tells_the_beginning(
            String module, int instance, String type, @Nullable String key) {
        List<Sighting> seen = calendar(event(
                        9, "'modulename':'" + module + "','instance':" + instance + ",'eventtype':'" + type + "'"))
                .starts();

        assertThat(keys(seen)).isEqualTo(key == null ? List.of() : List.of(key));
        assertThat(seen).allSatisfy(start -> {
            assertThat(start.presence()).isFalse();
            assertThat(start.rank()).isEqualTo(Sighting.THIRD);
            assertThat(stated(start, Field.STARTS_AT)).isEqualTo("2026-11-18T11:06:40Z");
        });
    }

    @ParameterizedTest
    @CsvSource({"zoom, 5, zoom, module:41", "attendance, 8, attendance,", "zoom, 5, gradingdue,"})
    void each_session_of_a_plugins_activity_is_an_item_within_it(
            String module, int instance, String type, @Nullable String within) {
        List<Sighting> seen = read(event(
                9,
                "'timeduration':3600,'modulename':'" + module + "','instance':" + instance + ",'eventtype':'" + type
                        + "'"));

        if (type.equals("gradingdue")) {
            assertThat(seen).isEmpty();
            return;
        }
        assertThat(keys(seen)).containsExactly("event:9");
        assertThat(seen.get(0).presence()).isTrue();
        assertThat(seen.get(0).within()).isEqualTo(within == null ? null : new Within.PartOf(within));
        assertThat(stated(seen.get(0), Field.ENDS_AT)).isEqualTo("2026-11-18T12:06:40Z");
    }

    @Test
    void what_is_expected_is_a_deadline_of_the_weakest_rule() {
        Sighting seen = calendar(event(9, "'modulename':'assign','instance':3,'eventtype':'expectcompletionon'"))
                .expectations()
                .get(0);

        assertThat(seen.key()).isEqualTo("module:15");
        assertThat(seen.dueRule()).isEqualTo(DueRules.EXPECTATION);
        assertThat(stated(seen, Field.DUE_AT)).isEqualTo("2026-11-18T11:06:40Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'userid':2,'eventtype':'due' | activity",
                "'userid':null,'eventtype':'due' | activity",
                "'userid':3,'eventtype':'due' | user_override",
                "'userid':'3','eventtype':'due' | user_override",
                "'userid':0,'groupid':4,'eventtype':'due' | group_override",
                "'userid':3,'eventtype':'extension' | extension"
            })
    void an_event_tells_whose_rule_it_follows(String fields, String rule) {
        CalendarEvents events = calendar(event(9, "'modulename':'assign','instance':3," + fields));

        assertThat(rule.equals("activity") ? events.sightings() : events.exceptions())
                .extracting(sighting -> sighting.dueRule().key())
                .containsExactly(rule);
        assertThat(rule.equals("activity") ? events.exceptions() : events.sightings())
                .isEmpty();
    }

    @Test
    void of_several_events_of_an_activity_the_strongest_rule_counts_in_any_order() {
        String forAll = event(1, "'modulename':'assign','instance':3,'eventtype':'due','userid':2");
        String own = event(2, "'modulename':'assign','instance':3,'eventtype':'due','userid':3");
        String extension = event(3, "'modulename':'assign','instance':3,'eventtype':'extension','userid':3");

        assertThat(calendar(forAll, own, extension).exceptions())
                .isEqualTo(calendar(extension, own, forAll).exceptions())
                .extracting(Sighting::dueRule)
                .containsExactly(DueRules.EXTENSION);
        assertThat(calendar(extension, forAll, own).sightings())
                .extracting(Sighting::dueRule)
                .containsExactly(DateRule.ACTIVITY);
    }

    @Test
    void an_event_of_an_unknown_activity_or_without_a_time_or_that_is_hidden_says_nothing() {
        List<Sighting> seen = read(
                event(1, "'modulename':'assign','instance':99,'eventtype':'due'"),
                "{'id':2,'name':'x','modulename':'assign','instance':3,'eventtype':'due','timestart':0}",
                event(3, "'eventtype':'course','visible':0"));

        assertThat(seen).isEmpty();
    }

    @Test
    void an_event_without_a_time_is_still_an_event() {
        Sighting seen = read("{'id':4,'name':'Sin hora','timestart':0,'timeduration':0,'location':'Aula 3',"
                        + "'description':'<p>Traer dudas</p>'}")
                .get(0);

        assertThat(stated(seen, Field.STARTS_AT)).isEqualTo("-");
        assertThat(stated(seen, Field.ENDS_AT)).isEqualTo("-");
        assertThat(stated(seen, Field.PLACE)).isEqualTo("Aula 3");
        assertThat(stated(seen, Field.BODY)).isEqualTo("Traer dudas");
    }

    @Test
    void odd_answers_hold_nothing() {
        for (String odd : List.of("[]", "{'events':{}}")) {
            CalendarEvents events = new CalendarEvents(json(odd), 3, Read.LINKS, CMIDS::get);

            assertThat(events.sightings()).isEmpty();
            assertThat(events.starts()).isEmpty();
            assertThat(events.expectations()).isEmpty();
        }
    }
}
