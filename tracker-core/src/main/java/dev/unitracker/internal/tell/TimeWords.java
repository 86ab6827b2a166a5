package dev.unitracker.internal.tell;

import dev.unitracker.words.Language;
import java.time.Duration;

/** Lengths of time in words: people do not think in seconds. */
final class TimeWords {

    private static final long HOUR = 60;
    private static final long DAY = 24 * HOUR;

    /** Half of what is left is not worth a word. */
    private static final long COARSE = 5;

    private final Language language;

    TimeWords(Language language) {
        this.language = language;
    }

    /** Returns a length of time to the minute; from a day on, to the hour. */
    String exact(Duration time) {
        long minutes = minutes(time);
        return words(minutes >= DAY ? rounded(minutes, HOUR) : minutes);
    }

    /** Returns about how long it is until something, never nothing. */
    String about(Duration time) {
        long minutes = Math.max(1, minutes(time));
        if (minutes < HOUR - COARSE / 2) {
            return words(minutes);
        }
        return words(rounded(minutes, minutes < DAY - HOUR / 2 ? COARSE : HOUR));
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
            String whole = days == 1 ? language.text("message.day") : language.text("message.days", days);
            return hours == 0 ? whole : whole + " " + language.text("message.hours", hours);
        }
        long rest = minutes % HOUR;
        if (hours > 0) {
            String whole = language.text("message.hours", hours);
            return rest == 0 ? whole : whole + " " + language.text("message.minutes", rest);
        }
        return language.text("message.minutes", rest);
    }
}
