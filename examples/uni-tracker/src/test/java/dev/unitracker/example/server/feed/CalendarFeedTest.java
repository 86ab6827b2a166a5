package dev.unitracker.example.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import dev.unitracker.example.server.feed.Appointment.Span;
import dev.unitracker.example.server.feed.Appointment.Words;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarFeedTest {

    private static final Instant NOON = Instant.parse("2026-12-14T15:00:00Z");

    @Test
    void a_whole_day_is_a_day_in_every_zone() {
        LocalDate day = LocalDate.parse("2026-12-14");
        ZoneId zone = ZoneId.of("America/Argentina/Buenos_Aires");
        Span span = new Span(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant(),
                day);

        String text = written(span, "Examen: final");

        assertThat(text).contains("DTSTART;VALUE=DATE:20261214\r\n").contains("DTEND;VALUE=DATE:20261215\r\n");
    }

    @Test
    void a_moment_is_told_in_utc_and_how_often_to_ask_as_a_duration() {
        String text = written(new Span(NOON, NOON.plusSeconds(1800), null), "Vence: TP 2");

        assertThat(text)
                .contains("DTSTART:20261214T150000Z\r\n")
                .contains("DTEND:20261214T153000Z\r\n")
                .contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n")
                .contains("X-PUBLISHED-TTL:PT1H\r\n")
                .contains("SEQUENCE:7\r\n")
                .contains("STATUS:CONFIRMED\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a, b; c \\ d \\n e : f \" g",
                "x\r\nEND:VEVENT\r\nBEGIN:VALARM",
                "=cmd()|'/C calc'!A0",
                "<script>alert(1)</script>",
                "ñandú 😀 日本語 עברית, many more words so that the line has to be folded somewhere in between",
                "\u0000\u0007 control"
            })
    void a_text_is_text_and_ends_no_line(String title) {
        String text = written(new Span(NOON, NOON.plusSeconds(1800), null), title);

        List<VEvent> events = Biweekly.parse(text).first().getEvents();

        assertThat(events).hasSize(1);
        assertThat(events.get(0).getAlarms()).isEmpty();
        assertThat(events.get(0).getSummary().getValue().replace("\n", ""))
                .isEqualTo(title.replaceAll("\\p{Cntrl}", "").replace("\\n", "\\n") + " · Física");
        assertThat(text.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 150);
    }

    private static String written(Span span, String title) {
        Appointment one =
                new Appointment("uid@unitracker.dev", 7, false, span, new Words(title, "Física", "", null), NOON);
        return new String(CalendarFeed.write("Calendario", List.of(one)), StandardCharsets.UTF_8);
    }
}
