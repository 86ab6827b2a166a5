package dev.unitracker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.model.FieldValue.Amount;
import dev.unitracker.model.FieldValue.Day;
import dev.unitracker.model.FieldValue.Moment;
import dev.unitracker.model.FieldValue.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldValueTest {

    private static final ZoneId ZONE = ZoneId.of("Pacific/Kiritimati");

    @Test
    void a_moment_begins_and_ends_at_once() {
        FieldValue value = FieldValue.of("2026-11-30T21:00:00Z");

        Instant at = Instant.parse("2026-11-30T21:00:00Z");
        assertThat(value).isEqualTo(new Moment(at));
        assertThat(value.moment()).hasValue(at);
        assertThat(value.start(ZONE)).hasValue(at);
        assertThat(value.end(ZONE)).hasValue(at);
    }

    @Test
    void a_day_is_over_when_its_last_second_is() {
        FieldValue value = FieldValue.of("2026-12-18");

        assertThat(value).isEqualTo(new Day(LocalDate.of(2026, 12, 18)));
        assertThat(value.moment()).isEmpty();
        assertThat(value.start(ZONE)).hasValue(Instant.parse("2026-12-17T10:00:00Z"));
        assertThat(value.end(ZONE)).hasValue(Instant.parse("2026-12-18T09:59:59Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.50", "0", "-1", "007", "20261218", "123456789012345.0123456789"})
    void a_number_is_an_amount_and_stays_as_it_is_written(String text) {
        FieldValue value = FieldValue.of(text);

        assertThat(value).isEqualTo(new Amount(text));
        assertThat(value.number()).hasValue(new BigDecimal(text));
        assertThat(value.isDate()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Aula Tango",
                "T",
                "2026-02-30",
                "2026-2-3",
                "2026-11-30T25:00:00Z",
                "2026-11-30T21:00:00.000Z",
                "2026-11-30T21:00:00+00:00",
                "2026-11-30 21:00",
                "2026-11-30T21:00:00z",
                "+2026-11-30",
                "8,50",
                "1.",
                "90 min",
                "٣"
            })
    void what_is_nothing_else_is_words(String text) {
        FieldValue value = FieldValue.of(text);

        assertThat(value).isEqualTo(new Words(text));
        assertThat(value.moment()).isEmpty();
        assertThat(value.start(ZONE)).isEmpty();
        assertThat(value.end(ZONE)).isEmpty();
        assertThat(value.number()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1000000000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z",
                "0001-01-01",
                "9999-12-31"
            })
    void the_first_and_the_last_dates_come_back(String text) {
        FieldValue value = FieldValue.of(text);

        assertThat(value.isDate()).isTrue();
        assertThat(value.text()).isEqualTo(text);
        assertThat(value.end(ZONE)).isPresent();
    }

    @Test
    void an_amount_that_is_no_number_is_refused() {
        assertThatThrownBy(() -> new Amount("eight")).hasMessageContaining("eight");
    }
}
