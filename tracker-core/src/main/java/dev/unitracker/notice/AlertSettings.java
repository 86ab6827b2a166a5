package dev.unitracker.notice;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What a student wants to be told, and when. Immutable.
 *
 * @param newItemWithin a new item that is due within this time is an alert of the highest severity
 * @param sessionWithin a class that moved is an alert of the highest severity if it lies within this time
 * @param reminders how long before a deadline a student is reminded of it, the longest first; empty for no reminders
 * @param repeatAfter how long after an alert was sent it is repeated, if nobody acknowledged it
 * @param repeats how often an alert is repeated at most; 0 for no repeats
 * @param storm the most changes of one kind in one course that one look tells one by one; more become one message
 * @param words the words that make an announcement an alert
 * @param quietHours the hours in which messages wait, unless they would be out of date afterwards
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
     * Returns the default settings: new items due within 72 hours, classes within 14 days, reminders 72, 24 and 3 hours
     * before a deadline, two repeats 12 hours apart, one message for more than 8 changes, the words of
     * {@link HighSignalWords#DEFAULT}, no quiet hours.
     *
     * @param zone the zone of the quiet hours that may be set later
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

    /** Returns these settings with other reminders, in any order; an empty list for none. */
    public AlertSettings remind(List<Duration> before) {
        return new AlertSettings(newItemWithin, sessionWithin, before, repeatAfter, repeats, storm, words, quietHours);
    }

    /** Returns these settings with other words that make an announcement an alert. */
    public AlertSettings alertOn(HighSignalWords others) {
        return new AlertSettings(
                newItemWithin, sessionWithin, reminders, repeatAfter, repeats, storm, others, quietHours);
    }

    /**
     * Returns these settings with other times within which a new item, or a class that moved, is of the highest
     * severity.
     */
    public AlertSettings within(Duration newItem, Duration session) {
        return new AlertSettings(newItem, session, reminders, repeatAfter, repeats, storm, words, quietHours);
    }

    /** Returns these settings with other repeats of alerts that nobody acknowledged; 0 times for no repeats. */
    public AlertSettings repeat(Duration after, int times) {
        return new AlertSettings(newItemWithin, sessionWithin, reminders, after, times, storm, words, quietHours);
    }

    /** Returns these settings with another number of changes of one kind; more than so many become one message. */
    public AlertSettings stormBeyond(int changes) {
        return new AlertSettings(
                newItemWithin, sessionWithin, reminders, repeatAfter, repeats, changes, words, quietHours);
    }
}
