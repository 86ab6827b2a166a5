package dev.unitracker.notice;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What a student wants to be told, and when. Immutable.
 *
 * @param newItemWithin something new that is due within this time is told at once
 * @param sessionWithin a class that moved and lies within this time matters more
 * @param reminders how long before a deadline it is reminded of, longest first
 * @param repeatAfter how long an alert waits to be acknowledged before it is repeated
 * @param repeats how often it is repeated at most
 * @param storm more than so many changes of one kind in one course in one look are told in one message
 * @param words what makes an announcement worth an alert
 * @param quietHours when nobody is disturbed
 */
public record AlertSettings(
        Duration newItemWithin,
        Duration sessionWithin,
        List<Duration> reminders,
        Duration repeatAfter,
        int repeats,
        int storm,
        HighSignalWords words,
        QuietHours quietHours) {

    /**
     * Copies the reminders, each once, the longest first. Null is refused.
     *
     * @throws IllegalArgumentException if a reminder is not positive, {@code repeats} is negative, or {@code storm} is
     *     below 1
     */
    public AlertSettings {
        Objects.requireNonNull(newItemWithin, "newItemWithin");
        Objects.requireNonNull(sessionWithin, "sessionWithin");
        Objects.requireNonNull(repeatAfter, "repeatAfter");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(quietHours, "quietHours");
        reminders = reminders.stream()
                .distinct()
                .sorted(Comparator.<Duration>naturalOrder().reversed())
                .toList();
        if (reminders.stream().anyMatch(before -> before.isNegative() || before.isZero())) {
            throw new IllegalArgumentException("a reminder comes some time before the deadline: " + reminders);
        }
        if (repeats < 0 || storm < 1) {
            throw new IllegalArgumentException("repeats must be 0 or more, a storm 1 or more");
        }
    }

    /**
     * Returns what is right for most: something new within 72 hours, classes within 14 days, reminders 72, 24 and 3 hours
     * before, two repeats 12 hours apart, one message for more than 8 changes, the words of
     * {@link HighSignalWords#DEFAULT}, no quiet hours.
     */
    public static AlertSettings in(ZoneId zone) {
        return new AlertSettings(
                Duration.ofHours(72),
                Duration.ofDays(14),
                List.of(Duration.ofHours(72), Duration.ofHours(24), Duration.ofHours(3)),
                Duration.ofHours(12),
                2,
                8,
                HighSignalWords.DEFAULT,
                QuietHours.none(zone));
    }

    /** Returns these settings with other quiet hours. */
    public AlertSettings quiet(QuietHours hours) {
        return new AlertSettings(newItemWithin, sessionWithin, reminders, repeatAfter, repeats, storm, words, hours);
    }

    /** Returns these settings with other reminders. */
    public AlertSettings remind(List<Duration> before) {
        return new AlertSettings(newItemWithin, sessionWithin, before, repeatAfter, repeats, storm, words, quietHours);
    }

    /** Returns these settings with other words. */
    public AlertSettings alertOn(HighSignalWords others) {
        return new AlertSettings(
                newItemWithin, sessionWithin, reminders, repeatAfter, repeats, storm, others, quietHours);
    }

    /** Returns these settings with other times within which something new, or a class that moved, matters more. */
    public AlertSettings within(Duration newItem, Duration session) {
        return new AlertSettings(newItem, session, reminders, repeatAfter, repeats, storm, words, quietHours);
    }

    /** Returns these settings with other repeats of what nobody acknowledges; no repeats at all with 0 times. */
    public AlertSettings repeat(Duration after, int times) {
        return new AlertSettings(newItemWithin, sessionWithin, reminders, after, times, storm, words, quietHours);
    }

    /** Returns these settings with another number of changes beyond which they are one message. */
    public AlertSettings stormBeyond(int changes) {
        return new AlertSettings(
                newItemWithin, sessionWithin, reminders, repeatAfter, repeats, changes, words, quietHours);
    }
}
