package dev.unitracker.notice;

import dev.unitracker.model.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Decides when a student is reminded of a deadline. Pure; immutable and safe for use by several threads. */
public final class Reminders {

    /**
     * How long before its moment a reminder is planned: so it can be sent before quiet hours that its moment lies in.
     */
    public static final Duration AHEAD = Duration.ofDays(1);

    private final AlertSettings settings;

    /**
     * Makes a planner of reminders.
     *
     * @param settings how long before a deadline a student is reminded, and when nobody is disturbed
     */
    public Reminders(AlertSettings settings) {
        this.settings = Objects.requireNonNull(settings, "settings");
    }

    /** Returns how long before a deadline its first reminder is planned; zero if there are no reminders. */
    public Duration longest() {
        return settings.reminders().isEmpty()
                ? Duration.ZERO
                : settings.reminders().get(0).plus(AHEAD);
    }

    /**
     * Plans the reminders of an item whose moment lies within the next {@link #AHEAD} or is past. A reminder is left
     * out if its moment was before the deadline became known, or if the moment of the next one, or the deadline, has
     * come.
     *
     * @param item an item with a deadline that is not completed
     * @param knownSince when its deadline became known
     * @param now the moment of planning
     * @return the reminders, the one furthest from the deadline first; empty if none is to be planned
     * @throws java.util.NoSuchElementException if the item has no deadline
     */
    public List<Planned> of(Item item, Instant knownSince, Instant now) {
        Instant due = item.dueAt().orElseThrow();
        List<Planned> planned = new ArrayList<>();
        for (int i = 0; i < settings.reminders().size(); i++) {
            Duration before = settings.reminders().get(i);
            boolean last = i == settings.reminders().size() - 1;
            Instant at = due.minus(before);
            Instant expiresAt = last ? due : due.minus(settings.reminders().get(i + 1));
            if (!at.isBefore(knownSince) && at.isBefore(now.plus(AHEAD)) && expiresAt.isAfter(now)) {
                Instant placed = settings.quietHours().place(at, expiresAt);
                planned.add(new Planned(notice(item, due, before, last), placed, expiresAt));
            }
        }
        return planned;
    }

    private static Notice notice(Item item, Instant due, Duration before, boolean last) {
        return new Notice.Reminder(item.id(), due, before, last ? Severity.HIGH : Severity.MEDIUM);
    }
}
