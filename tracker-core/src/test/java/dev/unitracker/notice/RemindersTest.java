package dev.unitracker.notice;

import static dev.unitracker.notice.Told.BUENOS_AIRES;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemindersTest {

    private static final AlertSettings SETTINGS = AlertSettings.in(BUENOS_AIRES);
    private static final Instant LONG_AGO = Instant.EPOCH;

    /** Friday at six in the evening. */
    private static final Instant DUE = local("2026-03-06T18:00");

    @ParameterizedTest
    @CsvSource({
        // Until a day before the first one there is none; then one after the other, a day ahead.
        "2026-03-02T17:59, ",
        "2026-03-02T18:01, PT72H",
        "2026-03-03T18:00, PT72H",
        "2026-03-04T18:01, PT72H PT24H",
        "2026-03-05T17:59, PT72H PT24H PT3H",
        "2026-03-05T18:00, PT24H PT3H",
        "2026-03-06T14:59, PT24H PT3H",
        "2026-03-06T15:00, PT3H",
        "2026-03-06T17:59, PT3H",
        "2026-03-06T18:00, "
    })
    void each_is_planned_a_day_ahead_and_worthless_once_the_next_is_due(String now, @Nullable String expected) {
        assertThat(keys(plan(DUE, LONG_AGO, local(now)))).containsExactlyElementsOf(durations(expected));
    }

    @Test
    void they_come_three_days_one_day_and_three_hours_before_and_the_last_matters_most() {
        List<Planned> planned = plan(DUE, LONG_AGO, local("2026-03-05T17:59"));

        assertThat(planned)
                .extracting(Planned::at)
                .containsExactly(local("2026-03-03T18:00"), local("2026-03-05T18:00"), local("2026-03-06T15:00"));
        assertThat(planned)
                .extracting(Planned::expiresAt)
                .containsExactly(local("2026-03-05T18:00"), local("2026-03-06T15:00"), DUE);
        assertThat(planned)
                .extracting(one -> one.notice().severity())
                .containsExactly(Severity.MEDIUM, Severity.MEDIUM, Severity.HIGH);
        assertThat(planned)
                .allSatisfy(
                        one -> assertThat(one.notice().asksForAcknowledgement()).isFalse());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-03T18:00, PT72H PT24H PT3H",
        "2026-03-03T18:01, PT24H PT3H",
        "2026-03-05T18:01, PT3H",
        "2026-03-06T15:01, "
    })
    void one_that_would_come_late_because_the_date_was_not_known_is_dropped(String known, @Nullable String expected) {
        List<String> planned = durations(expected);

        Instant soonEnough = local("2026-03-05T17:59");
        assertThat(keys(plan(DUE, local(known), soonEnough))).containsExactlyElementsOf(planned);
    }

    @Test
    void a_date_that_moved_has_reminders_of_its_own() {
        Instant now = local("2026-03-05T17:59");
        Instant later = DUE.plus(Duration.ofHours(1));

        assertThat(plan(later, LONG_AGO, now))
                .extracting(planned -> planned.notice().key())
                .doesNotContainAnyElementsOf(plan(DUE, LONG_AGO, now).stream()
                        .map(planned -> planned.notice().key())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        // due, then when the one three hours before is told
        "2026-03-06T18:00, 2026-03-06T15:00",
        "2026-03-06T10:00, 2026-03-06T07:00",
        "2026-03-06T09:00, 2026-03-06T07:00",
        "2026-03-06T07:01, 2026-03-06T07:00",
        "2026-03-06T07:00, 2026-03-05T21:45",
        "2026-03-06T01:00, 2026-03-05T21:45",
        "2026-03-06T00:59, 2026-03-05T21:59"
    })
    void in_quiet_hours_it_waits_or_comes_before_them_if_it_would_be_too_late(String due, String told) {
        Reminders reminders = new Reminders(
                SETTINGS.quiet(QuietHours.parse("22:00-07:00", BUENOS_AIRES)).remind(List.of(Duration.ofHours(3))));

        List<Planned> planned = reminders.of(Told.due(local(due)), LONG_AGO, local("2026-03-05T16:00"));

        assertThat(planned).extracting(Planned::at).containsExactly(local(told));
    }

    @Test
    void own_times_are_kept_once_each_longest_first() {
        AlertSettings own = SETTINGS.remind(List.of(Duration.ofHours(1), Duration.ofDays(7), Duration.ofHours(1)));

        assertThat(new Reminders(own).longest()).isEqualTo(Duration.ofDays(8));
        assertThat(new Reminders(own).of(Told.due(DUE), LONG_AGO, DUE.minus(Duration.ofDays(7))))
                .extracting(Planned::expiresAt)
                .containsExactly(DUE.minus(Duration.ofHours(1)));
    }

    @Test
    void whoever_wants_none_gets_none() {
        Reminders none = new Reminders(SETTINGS.remind(List.of()));

        assertThat(none.of(Told.due(DUE), LONG_AGO, DUE.minusSeconds(60))).isEmpty();
        assertThat(none.longest()).isEqualTo(Duration.ZERO);
    }

    private static List<Planned> plan(Instant due, Instant knownSince, Instant now) {
        return new Reminders(SETTINGS).of(Told.due(due), knownSince, now);
    }

    private static List<String> keys(List<Planned> planned) {
        return planned.stream()
                .map(one -> one.notice().key())
                .map(key -> key.substring(key.lastIndexOf('/') + 1))
                .toList();
    }

    private static List<String> durations(@Nullable String text) {
        return text == null ? List.of() : List.of(text.split(" "));
    }

    private static Instant local(String time) {
        return LocalDateTime.parse(time).atZone(BUENOS_AIRES).toInstant();
    }
}
