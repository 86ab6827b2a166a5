package dev.unitracker;

import static dev.unitracker.Classroom.CONTENTS;
import static dev.unitracker.Classroom.changes;
import static dev.unitracker.Classroom.module;
import static dev.unitracker.Classroom.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.unitracker.dates.DateReader;
import dev.unitracker.dates.Fact;
import dev.unitracker.dates.FactType;
import dev.unitracker.document.Document;
import dev.unitracker.document.Heading;
import dev.unitracker.document.ListItem;
import dev.unitracker.document.Position;
import dev.unitracker.document.Run;
import dev.unitracker.report.SyncReport;
import dev.unitracker.spi.Observation;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactsOfTextTest {

    private static final String YEARLESS = "Segundo parcial: lunes 30 de noviembre a las 18 hs";
    private static final Fact OWN = fact("recuperatorio", "2026-12-09");

    private final Classroom classroom = new Classroom();

    @Test
    void the_facts_that_a_collector_states_are_the_items() {
        classroom.look(stating("Text", OWN));

        assertThat(classroom.item("module:5").facts()).containsExactly(OWN);
    }

    @Test
    void a_fact_that_a_collector_no_longer_states_goes_though_the_text_stayed() {
        classroom.look(stating("Text", OWN, fact("parcial", "2026-11-30")));

        SyncReport report = classroom.look(stating("Text", OWN));

        assertThat(changes(report)).containsExactly("module:5 exam_changed");
        assertThat(classroom.item("module:5").facts()).containsExactly(OWN);
    }

    @Test
    void the_same_text_keeps_its_dates_as_time_passes() {
        assumeThat(datesIn(YEARLESS)).isNotEmpty();
        classroom.look(stating(YEARLESS));
        List<Fact> facts = classroom.item("module:5").facts();
        classroom.clock.advance(Duration.ofDays(400));

        SyncReport report = classroom.look(stating(YEARLESS));

        assertThat(facts).isNotEmpty();
        assertThat(report.changes()).isEmpty();
        assertThat(classroom.item("module:5").facts()).isEqualTo(facts);
    }

    @Test
    void an_edited_text_moves_its_exam() {
        assumeThat(datesIn("Parcial: 30/11/2026")).isNotEmpty();
        classroom.look(stating("Parcial: 30/11/2026"));

        SyncReport report = classroom.look(stating("Parcial: 07/12/2026"));

        assertThat(changes(report)).containsExactly("module:5 exam_changed");
    }

    @Test
    void a_document_states_its_facts_page_by_page_and_is_compared_as_text() {
        Document document = new Document(
                2,
                List.of(
                        new Heading(Position.onPage(1), 1, List.of(Run.of("Cronograma"))),
                        new ListItem(Position.onPage(2), 1, List.of(Run.of("Parcial: 30/11/2026")))));
        classroom.look(seen(CONTENTS, module(5).document(document).build()));

        SyncReport again =
                classroom.look(seen(CONTENTS, module(5).body(document.text()).build()));

        assertThat(again.changes()).isEmpty();
        assertThat(classroom.item("module:5").fields()).containsEntry("body_text", "Cronograma\f- Parcial: 30/11/2026");
        assertThat(classroom.item("module:5").facts()).extracting(Fact::page).containsExactly(2);
    }

    @Test
    void a_text_is_dated_by_its_own_date_where_it_has_one() {
        assumeThat(datesIn(YEARLESS)).isNotEmpty();

        classroom.look(seen(
                CONTENTS,
                module(5)
                        .body(YEARLESS)
                        .textDate(Classroom.START.minus(Duration.ofDays(3650)))
                        .build()));

        assertThat(classroom.item("module:5").facts())
                .allMatch(
                        fact -> fact.value().startsWith("2015") || fact.value().startsWith("2016"));
    }

    private static Observation stating(String body, Fact... facts) {
        return seen(CONTENTS, module(5).body(body).facts(List.of(facts)).build());
    }

    private static Fact fact(String label, String value) {
        return new Fact(FactType.EXAM_AT, label, value, 0.9, "a-collector", "the words", 2);
    }

    private static List<Fact> datesIn(String text) {
        return DateReader.in(ZoneId.of("UTC")).facts(text, LocalDate.of(2026, 3, 2));
    }
}
