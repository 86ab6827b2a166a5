package dev.unitracker.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuietHoursTest {

    private static final ZoneId BUENOS_AIRES = ZoneId.of("America/Argentina/Buenos_Aires");
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    @ParameterizedTest
    @CsvSource({
        "22:00-07:00, 21:59:59, false",
        "22:00-07:00, 22:00:00, true",
        "22:00-07:00, 00:00:00, true",
        "22:00-07:00, 06:59:59, true",
        "22:00-07:00, 07:00:00, false",
        "13:00-15:00, 12:59:59, false",
        "13:00-15:00, 13:00:00, true",
        "13:00-15:00, 14:59:59, true",
        "13:00-15:00, 15:00:00, false",
        "00:00-06:00, 00:00:00, true",
        "22:00-00:00, 23:59:59, true",
        "22:00-00:00, 00:00:00, false",
        "08:00-08:00, 08:00:00, false",
        "08:00-08:00, 20:00:00, false"
    })
    void the_first_moment_is_quiet_and_the_last_one_is_not(String hours, LocalTime time, boolean quiet) {
        assertThat(quiet(hours).contains(local(time, 2))).isEqualTo(quiet);
    }

    @ParameterizedTest
    @CsvSource({
        "22:00-07:00, 12:00, 2, 12:00",
        "22:00-07:00, 22:00, 3, 07:00",
        "22:00-07:00, 23:30, 3, 07:00",
        "22:00-07:00, 00:30, 2, 07:00",
        "22:00-07:00, 07:00, 2, 07:00",
        "13:00-15:00, 13:30, 2, 15:00",
        "22:00-00:00, 23:00, 3, 00:00"
    })
    void what_comes_in_quiet_hours_waits_for_their_end(String hours, LocalTime time, int day, LocalTime placed) {
        assertThat(quiet(hours).place(local(time, 2), null)).isEqualTo(local(placed, day));
    }

    @ParameterizedTest
    @CsvSource({
        // at, on day, expires at, on day, placed at, on day
        "23:00, 2, 07:01, 3, 07:00, 3",
        "23:00, 2, 07:00, 3, 21:45, 2",
        "23:00, 2, 23:30, 2, 21:45, 2",
        "03:00, 3, 06:00, 3, 21:45, 2",
        "22:00, 2, 03:00, 3, 21:45, 2",
        "12:00, 2, 12:30, 2, 12:00, 2"
    })
    void what_would_be_worthless_by_then_comes_before_they_begin(
            LocalTime at, int onDay, LocalTime expires, int expiresDay, LocalTime placed, int placedDay) {
        assertThat(quiet("22:00-07:00").place(local(at, onDay), local(expires, expiresDay)))
                .isEqualTo(local(placed, placedDay));
    }

    @Test
    void the_zone_is_the_students_and_not_the_machines() {
        Instant midnightInMadrid = Instant.parse("2026-03-02T23:00:00Z");

        assertThat(QuietHours.parse("22:00-07:00", MADRID).contains(midnightInMadrid))
                .isTrue();
        assertThat(quiet("22:00-07:00").contains(midnightInMadrid)).isFalse();
    }

    @Test
    void an_end_in_the_hour_that_is_left_out_is_when_that_hour_would_have_been() {
        // On 29 March 2026 Madrid goes from 02:00 to 03:00 at once.
        QuietHours hours = QuietHours.parse("23:00-02:30", MADRID);
        Instant midnight = Instant.parse("2026-03-28T23:00:00Z");

        Instant placed = hours.place(midnight, null);

        assertThat(placed.atZone(MADRID).toLocalTime()).isEqualTo(LocalTime.of(3, 30));
        assertThat(hours.contains(placed)).isFalse();
    }

    @Test
    void the_hour_that_comes_twice_is_quiet_both_times_and_what_waits_comes_out_of_it() {
        // On 25 October 2026 Madrid has the hour from 02:00 twice.
        QuietHours hours = QuietHours.parse("23:00-02:30", MADRID);
        Instant firstQuarter = Instant.parse("2026-10-25T00:15:00Z");
        Instant secondQuarter = firstQuarter.plus(Duration.ofHours(1));

        assertThat(hours.contains(firstQuarter)).isTrue();
        assertThat(hours.contains(secondQuarter)).isTrue();
        assertThat(hours.place(secondQuarter, null)).isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "22:00-07:00",
                "02:15-02:45",
                "02:30-03:15",
                "23:00-02:30",
                "02:00-03:00",
                "00:00-23:59",
                "03:00-01:30"
            })
    void whatever_the_clocks_do_what_was_put_off_is_not_quiet_and_not_early(String text) {
        QuietHours hours = QuietHours.parse(text, MADRID);

        for (String day : new String[] {"2026-03-27T12:00:00Z", "2026-10-23T12:00:00Z"}) {
            Instant moment = Instant.parse(day);
            for (int i = 0; i < 4 * 96; i++, moment = moment.plus(Duration.ofMinutes(15))) {
                Instant placed = hours.place(moment, null);
                assertThat(hours.contains(placed))
                        .as("%s for %s", placed, moment)
                        .isFalse();
                assertThat(placed).isAfterOrEqualTo(moment);
                assertThat(placed).isBeforeOrEqualTo(moment.plus(Duration.ofHours(25)));
                Instant brought = hours.place(moment, moment.plusSeconds(1));
                assertThat(brought.equals(moment) ? !hours.contains(brought) : brought.isBefore(moment))
                        .as("%s brought forward to %s", moment, brought)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "22-7", "22:00", "22:00-", "22:00-25:00", "22:00-07:00-08:00", "siempre"})
    void what_does_not_read_like_hours_is_refused_in_so_many_words(String text) {
        assertThatThrownBy(() -> QuietHours.parse(text, MADRID))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("22:00-07:00")
                .hasMessageContaining(text);
    }

    @Test
    void spaces_around_the_dash_do_no_harm() {
        assertThat(QuietHours.parse(" 22:00 - 07:00 ", MADRID))
                .isEqualTo(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), MADRID));
    }

    private static QuietHours quiet(String hours) {
        return QuietHours.parse(hours, BUENOS_AIRES);
    }

    private static Instant local(LocalTime time, int day) {
        return LocalDateTime.of(2026, 3, day, 0, 0)
                .with(time)
                .atZone(BUENOS_AIRES)
                .toInstant();
    }
}
