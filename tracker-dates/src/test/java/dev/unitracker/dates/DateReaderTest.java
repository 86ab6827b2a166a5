package dev.unitracker.dates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.document.Document;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateReaderTest {

    @Test
    void a_cancelled_class_and_its_new_date_are_two_sessions() {
        String text = """
                Clase del 23/11 suspendida
                La clase del lunes 23/11/2026 queda suspendida. Se recupera el 26/11/2026 19:00.""";

        assertThat(Read.lines(text))
                .containsExactly(
                        "class_session_at \"clase\" 2026-11-23", "class_session_at \"recupera\" 2026-11-26T22:00:00Z");
    }

    @Test
    void a_fact_quotes_its_sentence_and_names_its_extractor() {
        Fact fact = Read.only("Formato libre, máximo 6 páginas. Vence el 11/12/2026. Subir en PDF.");

        assertThat(fact.quote()).isEqualTo("Vence el 11/12/2026.");
        assertThat(fact.extractor()).isEqualTo("date-grammar");
        assertThat(fact.page()).isNull();
    }

    @Test
    void a_long_sentence_is_quoted_around_the_date() {
        String padding = "y mucho más texto ".repeat(40);

        Fact fact = Read.only(padding + "parcial el 30/11/2026 " + padding);

        assertThat(fact.quote()).contains("parcial el 30/11/2026").hasSizeLessThanOrEqualTo(200);
        assertThat(fact.label()).hasSizeLessThanOrEqualTo(60);
    }

    @Test
    void a_form_feed_ends_a_page() {
        List<Fact> facts = Read.facts("Parcial: 30/11/2026\n\fEntrega: 4/12/2026\f\fFinal: 10/12/2026");

        assertThat(facts).extracting(Fact::page).containsExactly(1, 2, 4);
    }

    @Test
    void a_document_is_read_page_by_page() {
        Document document =
                Document.ofText("Parcial: 30/11/2026\f\fFinal: 10/12/2026").titled("Cronograma");

        List<Fact> facts = DateReader.in(Read.BUENOS_AIRES).facts(document, Read.REFERENCE);

        assertThat(facts).extracting(Fact::page).containsExactly(1, 3);
    }

    @Test
    void the_same_statement_is_kept_once() {
        List<Fact> facts = Read.facts("Parcial: 30/11/2026 (a confirmar)\nParcial: 30/11/2026\nParcial: 2/12/2026");

        assertThat(facts)
                .extracting(Fact::quote)
                .containsExactly("Parcial: 30/11/2026 (a confirmar)", "Parcial: 2/12/2026");
    }

    @Test
    void doubt_lowers_the_confidence() {
        double certain = Read.only("Parcial: lunes 30/11/2026").confidence();
        double withoutYear = Read.only("Parcial: lunes 30/11").confidence();
        double wrongWeekday = Read.only("Parcial: martes 30/11/2026").confidence();
        double unnamed = Read.only("lunes 30/11/2026").confidence();

        assertThat(certain).isEqualTo(0.95).isGreaterThan(withoutYear);
        assertThat(withoutYear).isGreaterThan(unnamed);
        assertThat(unnamed).isGreaterThan(wrongWeekday);
    }

    @Test
    void a_contradicting_weekday_stays_in_the_quote() {
        assertThat(Read.only("Parcial: martes 30/11/2026").quote()).isEqualTo("Parcial: martes 30/11/2026");
    }

    @Test
    void accents_may_be_written_in_two_ways() {
        String decomposed = "Evaluacio\u0301n integradora: mie\u0301rcoles 9 de diciembre de 2026";

        assertThat(Read.lines(decomposed)).containsExactly("exam_at \"evaluación integradora\" 2026-12-09");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Europe/Madrid       | Clase: 28/03/2027 02:30   | 2027-03-28T01:30:00Z
                    Europe/Madrid       | Clase: 25/10/2026 02:30   | 2026-10-25T00:30:00Z
                    Europe/Madrid       | Clase: 25/10/2026 03:00   | 2026-10-25T02:00:00Z
                    Europe/Madrid       | Clase: 30/11/2026 18:00   | 2026-11-30T17:00:00Z
                    America/Santiago    | Clase: 06/09/2026 00:30   | 2026-09-06T04:30:00Z
                    America/New_York    | Class: Nov 1, 2026 1:30 am | 2026-11-01T05:30:00Z
                    Pacific/Kiritimati  | Class: Nov 1, 2026 1 am   | 2026-10-31T11:00:00Z
                    """)
    void a_time_is_read_in_the_given_zone(String zone, String text, String value) {
        List<Fact> facts = DateReader.in(ZoneId.of(zone)).facts(text, Read.REFERENCE);

        assertThat(facts).extracting(Fact::value).containsExactly(value);
    }

    @Test
    void a_reference_at_the_end_of_time_is_no_trouble() {
        DateReader reader = DateReader.in(Read.BUENOS_AIRES);

        assertThat(reader.facts("Parcial el 31/12 24:00", LocalDate.MAX)).isEmpty();
        assertThat(reader.facts("Parcial el 31/12 24:00", LocalDate.MIN)).isEmpty();
        assertThat(reader.facts("Parcial el 31/12 24:00", LocalDate.of(9999, 12, 31)))
                .hasSize(1);
    }
}
