package dev.unitracker.moodle.internal.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Field;
import dev.unitracker.spi.Sighting;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IcsCalendarTest {

    private static final ZoneId BUENOS_AIRES = ZoneId.of("America/Argentina/Buenos_Aires");
    private static final Links LINKS = new Links("https://campus.example.edu");

    private static List<Sighting> sightings(String... lines) {
        String event = "BEGIN:VEVENT\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\n";
        return IcsCalendar.parse("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + event + "END:VCALENDAR\r\n", BUENOS_AIRES)
                .orElseThrow()
                .sightings(LINKS);
    }

    private static String stated(Sighting sighting, Field field) {
        return sighting.stated(field).orElse("(not mentioned)");
    }

    @Test
    void an_event_without_length_is_a_deadline_of_its_course() {
        List<Sighting> seen = sightings(
                "UID:5@campus.example.edu",
                "SUMMARY:Vencimiento de TP 1 &amp\\; anexo",
                "DESCRIPTION:Un intento\\, 40 minutos.\\n",
                "DTSTART:20261128T025900Z",
                "DTEND:20261128T025900Z",
                "CATEGORIES:CAL1");

        assertThat(seen).extracting(Sighting::key).containsExactly("course:CAL1", "event:5");
        assertThat(stated(seen.get(1), Field.TITLE)).isEqualTo("Vencimiento de TP 1 & anexo");
        assertThat(stated(seen.get(1), Field.BODY)).isEqualTo("Un intento, 40 minutos.");
        assertThat(stated(seen.get(1), Field.DUE_AT)).isEqualTo("2026-11-28T02:59:00Z");
        assertThat(seen.get(1).course()).isEqualTo("course:CAL1");
    }

    @Test
    void an_event_with_a_length_has_a_start_an_end_and_a_place() {
        Sighting seen = sightings(
                        "UID:26@campus.example.edu",
                        "SUMMARY:Clase de consulta",
                        "LOCATION:Aula 310",
                        "DTSTART:20261126T200000Z",
                        "DTEND:20261126T220000Z")
                .get(0);

        assertThat(stated(seen, Field.STARTS_AT)).isEqualTo("2026-11-26T20:00:00Z");
        assertThat(stated(seen, Field.ENDS_AT)).isEqualTo("2026-11-26T22:00:00Z");
        assertThat(stated(seen, Field.PLACE)).isEqualTo("Aula 310");
        assertThat(stated(seen, Field.DUE_AT)).isEqualTo("(not mentioned)");
        assertThat(seen.course()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "DTSTART;VALUE=DATE:20261207, 2026-12-07T03:00:00Z",
        "DTSTART:20261207T180000, 2026-12-07T21:00:00Z",
        "DTSTART;TZID=Europe/Madrid:20261207T180000, 2026-12-07T17:00:00Z",
        "DTSTART:20261207T180000Z, 2026-12-07T18:00:00Z"
    })
    void a_time_is_read_in_its_own_zone_or_the_students_and_never_in_the_machines(String start, String expected) {
        Sighting seen = sightings("UID:7@x", "SUMMARY:Feriado", start).get(0);

        assertThat(stated(seen, Field.DUE_AT)).isEqualTo(expected);
    }

    @Test
    void an_event_without_start_or_id_is_left_out() {
        assertThat(sightings("UID:7@x", "SUMMARY:Sin fecha")).isEmpty();
        assertThat(sightings("SUMMARY:Sin id", "DTSTART:20261207T180000Z")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Invalid authentication",
                "no export",
                "",
                "<html><body>Entrar al sitio</body></html>",
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1@x"
            })
    void what_is_no_whole_calendar_is_none(String text) {
        assertThat(IcsCalendar.parse(text, BUENOS_AIRES)).isEmpty();
    }

    @Test
    void a_calendar_without_events_is_empty() {
        Optional<IcsCalendar> calendar =
                IcsCalendar.parse("\uFEFFBEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR", BUENOS_AIRES);

        assertThat(calendar.orElseThrow().empty()).isTrue();
        assertThat(calendar.orElseThrow().sightings(LINKS)).isEmpty();
    }
}
