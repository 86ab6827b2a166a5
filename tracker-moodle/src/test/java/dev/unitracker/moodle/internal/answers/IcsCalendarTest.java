package dev.unitracker.moodle.internal.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Field;
import dev.unitracker.spi.Sighting;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
        "DTSTART;VALUE=DATE:20261207, 2026-12-08T02:59:00Z",
        "DTSTART:20261207T180000, 2026-12-07T21:00:00Z",
        "DTSTART;TZID=Europe/Madrid:20261207T180000, 2026-12-07T17:00:00Z",
        "DTSTART;TZID=Campus Standard Time:20261207T180000, 2026-12-07T21:00:00Z",
        "DTSTART;TZID=:20261207T180000, 2026-12-07T21:00:00Z",
        "DTSTART:20261207T180000Z, 2026-12-07T18:00:00Z",
        "DTSTART:20261207T235960Z, 2026-12-08T00:00:00Z"
    })
    void a_time_is_read_in_its_own_zone_or_the_students_and_never_in_the_machines(String start, String expected) {
        Sighting seen = sightings("UID:7@x", "SUMMARY:Feriado", start).get(0);

        assertThat(stated(seen, Field.DUE_AT)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Midterm Quiz opens, starts_at",
        "Workshop 1 opens for submissions, starts_at",
        "Midterm Quiz closes, due_at",
        "Problem Set 3 is due, due_at",
        "Problem Set 3 is due to be graded, starts_at",
        "Apertura de Ensayo, starts_at",
        "Cuestionario 2 abre, starts_at",
        "Cuestionario 2 cierra, due_at",
        "Vencimiento de TP 2, due_at",
        "TP 2 debe ser calificado, starts_at",
        "Asistencia S1 s\u2019obre el, starts_at",
        "When the museum opens on Friday, due_at",
        "'', due_at"
    })
    void what_opens_and_what_the_teacher_has_to_grade_is_no_deadline(String title, String field) {
        Sighting seen = sightings("UID:7@x", "SUMMARY:" + title, "DTSTART:20261207T180000Z", "DTEND:20261207T180000Z")
                .get(0);

        assertThat(seen.fields().keySet().stream().filter(key -> key.endsWith("_at")))
                .containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource({
        "20261012, 20261017, 2026-10-12T03:00:00Z, 2026-10-17T02:59:00Z, ",
        "20261012, 20261013, , , 2026-10-13T02:59:00Z",
        "20261012, 20261012, , , 2026-10-13T02:59:00Z",
    })
    void a_day_lasts_until_its_end_and_several_days_are_no_deadline(
            String from, String until, @Nullable String start, @Nullable String end, @Nullable String due) {
        Sighting seen = sightings(
                        "UID:7@x", "SUMMARY:Receso", "DTSTART;VALUE=DATE:" + from, "DTEND;VALUE=DATE:" + until)
                .get(0);

        assertThat(seen.stated(Field.STARTS_AT)).isEqualTo(Optional.ofNullable(start));
        assertThat(seen.stated(Field.ENDS_AT)).isEqualTo(Optional.ofNullable(end));
        assertThat(seen.stated(Field.DUE_AT)).isEqualTo(Optional.ofNullable(due));
    }

    @Test
    void a_description_is_plain_text() {
        Sighting seen = sightings(
                        "UID:77@x",
                        "SUMMARY:Reglas",
                        "DESCRIPTION:Parcial: 30/11\\nEntrega: 4/12\\nRecu",
                        " peratorio: 11/12\\nUsar List<String> y x < 5 y z > 3.\\nPDF &amp\\; <b>código</b>",
                        "DTSTART:20261207T180000Z")
                .get(0);

        assertThat(stated(seen, Field.BODY).lines())
                .containsExactly(
                        "Parcial: 30/11",
                        "Entrega: 4/12",
                        "Recuperatorio: 11/12",
                        "Usar List<String> y x < 5 y z > 3.",
                        "PDF & <b>código</b>");
    }

    @ParameterizedTest
    @CsvSource({
        "Reading Journal is due, Reading Journal is due (extension)",
        "Vencimiento de TP 2, TP 2 ha vencido (extensión)"
    })
    void an_extension_takes_the_place_of_the_date_that_it_replaces(String base, String extension) {
        List<Sighting> seen = sightings(
                "UID:2003@x",
                "SUMMARY:" + base,
                "DTSTART:20261207T180000Z",
                "CATEGORIES:CAL1",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "UID:2004@x",
                "SUMMARY:" + extension,
                "DTSTART:20261214T180000Z");

        assertThat(seen).extracting(Sighting::key).containsExactly("course:CAL1", "event:2003");
        assertThat(stated(seen.get(1), Field.DUE_AT)).isEqualTo("2026-12-14T18:00:00Z");
        assertThat(stated(seen.get(1), Field.TITLE)).isEqualTo(base);
        assertThat(seen.get(1).course()).isEqualTo("course:CAL1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DTSTART:999991210T000000Z",
                "DTSTART:20261310T100000Z",
                "DTSTART:20260230T100000Z",
                "DTSTART:20261210T250000Z",
                "DTSTART:soon",
                "DTSTART:20261210T100000Z\r\nDTEND:999991210T000000Z"
            })
    void an_event_that_cannot_be_read_costs_itself_only(String start) {
        IcsCalendar calendar = IcsCalendar.parse(
                        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1@x\r\nDTSTART:20261210T100000Z\r\n"
                                + "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:2@x\r\n" + start
                                + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                        BUENOS_AIRES)
                .orElseThrow();

        assertThat(calendar.sightings(LINKS)).extracting(Sighting::key).containsExactly("event:1");
        assertThat(calendar.unread()).containsOnlyKeys("event:2");
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
