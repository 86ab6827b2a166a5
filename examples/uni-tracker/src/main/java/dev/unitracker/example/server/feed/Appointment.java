package dev.unitracker.example.server.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that a calendar shows. Immutable.
 *
 * @param uid names it in all calendars; it never changes
 * @param sequence grows with each change of it: the ledger number of the latest one
 * @param cancelled whether it will not take place, so that a calendar that has it strikes it out
 * @param span when it is
 * @param text what it says
 * @param changedAt when it last changed
 */
record Appointment(String uid, long sequence, boolean cancelled, Span span, Words text, Instant changedAt)
        implements Comparable<Appointment> {

    private static final Comparator<Appointment> ORDER =
            Comparator.comparing((Appointment one) -> one.span().from()).thenComparing(Appointment::uid);

    Appointment {
        Objects.requireNonNull(uid, "uid");
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(changedAt, "changedAt");
    }

    /**
     * When it is.
     *
     * @param from when it begins; of a whole day, its first moment
     * @param to when it ends; of a whole day, the first moment of the next one
     * @param day the day, if it is a whole one; else null
     */
    record Span(Instant from, Instant to, @Nullable LocalDate day) {}

    /**
     * What it says. All of it may hold anything that a source says.
     *
     * @param title what it is, in a line
     * @param course the name of its course; empty if it has none
     * @param details some lines more
     * @param link where it can be opened; null if nowhere
     */
    record Words(
            String title,
            String course,
            String details,
            @Nullable String link) {}

    @Override
    public int compareTo(Appointment other) {
        return ORDER.compare(this, other);
    }
}
