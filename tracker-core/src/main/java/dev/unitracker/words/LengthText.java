package dev.unitracker.words;

import java.time.Duration;

/** Writes lengths of time in words, to the minute or coarser. Immutable and safe for use by several threads. */
public final class LengthText {

    private static final long HOUR = 60;
    private static final long DAY = 24 * HOUR;

    /** Half of what is left is not worth a word. */
    private static final long COARSE = 5;

    private final Texts texts;

    /**
     * Makes it of the words that lengths are told in.
     *
     * @param texts all texts of the language
     */
    public LengthText(Texts texts) {
        this.texts = texts;
    }

    /** Returns a length of time rounded to the minute; from one day on, to the hour. */
    public String exact(Duration time) {
        long minutes = minutes(time);
        return words(minutes >= DAY ? rounded(minutes, HOUR) : minutes);
    }

    /**
     * Returns about how long it is until something: at least one minute; the longer it is, the coarser it is rounded.
     */
    public String about(Duration time) {
        long minutes = Math.max(1, minutes(time));
        if (minutes < HOUR - COARSE / 2) {
            return words(minutes);
        }
        return words(rounded(minutes, minutes < DAY - HOUR / 2 ? COARSE : HOUR));
    }

    /** Returns so many days. */
    public String days(long number) {
        return texts.count("message.day", number);
    }

    /** Returns so many hours. */
    public String hours(long number) {
        return texts.text("message.hours", number);
    }

    private static long minutes(Duration time) {
        return rounded(time.toSeconds(), 60) / 60;
    }

    private static long rounded(long value, long unit) {
        return (value + unit / 2) / unit * unit;
    }

    private String words(long minutes) {
        long days = minutes / DAY;
        long hours = minutes % DAY / HOUR;
        if (days > 0) {
            return hours == 0 ? days(days) : days(days) + " " + hours(hours);
        }
        long rest = minutes % HOUR;
        if (hours > 0) {
            return rest == 0 ? hours(hours) : hours(hours) + " " + texts.text("message.minutes", rest);
        }
        return texts.text("message.minutes", rest);
    }
}
