package dev.unitracker.dates;

import dev.unitracker.dates.Span.Clock;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads times of day; of a range, its beginning. */
final class Times {
    private static final Set<String> HOURS = Set.of("hs", "hrs", "hr", "h", "horas", "hora", "hours");
    private static final Set<String> BEFORE_LAS =
            Set.of("a", "de", "desde", "hasta", "entre", "para", "y", "sobre", "tipo", "por", "antes");
    private static final Set<String> RANGE = Set.of("a", "al", "y", "to", "-", "hasta", "until", "and");
    private static final int AN_UNLIKELY_HOUR = 7;

    private final Clause clause;
    private final int start;
    private int hour;
    private int minute;
    private int at;
    private boolean certain;

    private Times(Clause clause, int start) {
        this.clause = clause;
        this.start = start;
    }

    /** Returns the time that begins at a token, or null. */
    static @Nullable Clock at(Clause clause, int at) {
        String word = clause.word(at);
        if (word.equals("mediodia") || word.equals("noon")) {
            return new Clock(at, at + 1, LocalTime.NOON, false, null);
        }
        int digits = clause.digits(at);
        boolean possible = (digits == 1 || digits == 2) && clause.number(at) <= 24 && startsFree(clause, at);
        return possible ? new Times(clause, at).read() : null;
    }

    private @Nullable Clock read() {
        hour = clause.number(start);
        at = start + 1;
        readMinutes();
        if (!readSuffix() && !certain && !isAfterLas()) {
            return readRange();
        }
        if (!endsFree()) {
            return null;
        }
        skipRestOfRange();
        ZoneId zone = readZone();
        return clock(at, zone);
    }

    private void readMinutes() {
        boolean colon = clause.mark(at).equals(":") || (clause.word(at).equals("h") && clause.digits(at) == 0);
        boolean minutes = clause.glued(at) && clause.glued(at + 1) && clause.digits(at + 1) == 2;
        if (minutes && colon) {
            take(true);
            skipSeconds();
        } else if (minutes
                && clause.mark(at).equals(".")
                && (isHours(at + 2) || half(at + 2, false) >= 0 || isAfterLas())) {
            take(true);
        }
    }

    private void take(boolean sure) {
        minute = clause.number(at + 1);
        at += 2;
        certain = sure;
    }

    private void skipSeconds() {
        if (clause.mark(at).equals(":") && clause.glued(at) && clause.glued(at + 1) && clause.digits(at + 1) == 2) {
            at += 2;
            boolean fraction = clause.mark(at).equals(".") && clause.glued(at) && clause.glued(at + 1);
            at += fraction && clause.digits(at + 1) > 0 ? 2 : 0;
        }
    }

    /** Reads {@code hs}, {@code pm} or {@code de la tarde}; tells whether the number is a time because of it. */
    private boolean readSuffix() {
        boolean hours = isHours(at);
        if (hours) {
            at += dotted(at);
        }
        int half = half(at, hours);
        if (half >= 0) {
            at = halfEnd(at);
            hour = hour == 0 || hour > 12 ? hour : hour % 12 + half;
            return true;
        }
        boolean duration = hour < AN_UNLIKELY_HOUR && !certain && !isAfterLas();
        return hours && !duration;
    }

    private int dotted(int suffix) {
        boolean dot = clause.mark(suffix + 1).equals(".") && clause.glued(suffix + 1) && suffix + 2 < clause.size();
        return dot ? 2 : 1;
    }

    private boolean isHours(int suffix) {
        return HOURS.contains(clause.word(suffix));
    }

    /** Returns the hour with which the stated part of the day begins, -1 if nothing tells. */
    private int half(int suffix, boolean sure) {
        String word = clause.word(suffix);
        if (word.equals("am") || (word.equals("a") && isDottedM(suffix))) {
            return 0;
        }
        if (word.equals("pm") || (word.equals("p") && isDottedM(suffix))) {
            return 12;
        }
        if (word.equals("de") && clause.word(suffix + 1).equals("la") && (sure || certain || isAfterLas())) {
            return switch (clause.word(suffix + 2)) {
                case "madrugada" -> 0;
                case "manana" -> hour == 12 ? 12 : 0;
                case "tarde" -> 12;
                // The night's twelve ends the day.
                case "noche", "medianoche" -> hour == 12 ? 24 : 12;
                default -> -1;
            };
        }
        return -1;
    }

    private boolean isDottedM(int suffix) {
        return clause.mark(suffix + 1).equals(".") && clause.word(suffix + 2).equals("m");
    }

    private int halfEnd(int suffix) {
        if (clause.word(suffix).length() > 1 && !clause.word(suffix).equals("de")) {
            return suffix + 1;
        }
        boolean lastDot = clause.mark(suffix + 3).equals(".") && clause.glued(suffix + 3) && suffix + 4 < clause.size();
        return clause.word(suffix).equals("de") || !lastDot ? suffix + 3 : suffix + 4;
    }

    private boolean isAfterLas() {
        String article = clause.word(start - 1);
        return (article.equals("las") || article.equals("la")) && BEFORE_LAS.contains(clause.word(start - 2));
    }

    /** Reads {@code 18 a 20 hs}, where only the end says that these are hours. */
    private @Nullable Clock readRange() {
        int second = rangeEnd(start + 1);
        if (second < 0) {
            return null;
        }
        Clock end = new Times(clause, second).readAlone();
        if (end == null) {
            return isBetweenHours(second) ? clock(second + 1, null) : null;
        }
        boolean afternoon = end.time().getHour() >= 12 && clause.number(second) < 12 && hour < clause.number(second);
        hour += afternoon && hour < 12 ? 12 : 0;
        return clock(end.to(), end.zone());
    }

    /** Accepts {@code de 19 a 22}; whether a date is beside it is not decided here. */
    private boolean isBetweenHours(int second) {
        String after = clause.word(second + 1);
        boolean counts = after.equals("de") || Names.isMonth(after) || clause.glued(second + 1);
        return clause.word(start - 1).equals("de")
                && clause.word(start + 1).equals("a")
                && AN_UNLIKELY_HOUR <= hour
                && hour < clause.number(second)
                && (!counts || !clause.mark(second + 1).isEmpty())
                && NumericDates.at(clause, second) == null;
    }

    private @Nullable Clock readAlone() {
        hour = clause.number(start);
        at = start + 1;
        readMinutes();
        return readSuffix() || certain ? clock(at, null) : null;
    }

    private void skipRestOfRange() {
        int second = rangeEnd(at);
        if (second >= 0 && NumericDates.at(clause, second) == null) {
            Clock end = new Times(clause, second).readAlone();
            at = end == null ? at : end.to();
        }
    }

    private int rangeEnd(int joint) {
        String word = clause.word(joint).isEmpty() ? clause.mark(joint) : clause.word(joint);
        if (!RANGE.contains(word)) {
            return -1;
        }
        int second = clause.word(joint + 1).equals("las") ? joint + 2 : joint + 1;
        int digits = clause.digits(second);
        return (digits == 1 || digits == 2) && clause.number(second) <= 24 ? second : -1;
    }

    private @Nullable ZoneId readZone() {
        String word = clause.word(at);
        if (word.equals("utc") || word.equals("gmt") || (word.equals("z") && clause.glued(at))) {
            at++;
            return ZoneOffset.UTC;
        }
        boolean offset = clause.glued(at)
                && (clause.mark(at).equals("+") || clause.mark(at).equals("-"))
                && clause.digits(at + 1) == 2
                && clause.mark(at + 2).equals(":")
                && clause.digits(at + 3) == 2
                && clause.word(start - 1).equals("t");
        return offset ? offset() : null;
    }

    private @Nullable ZoneId offset() {
        try {
            ZoneId zone = ZoneId.of(clause.written(at, at + 4));
            at += 4;
            return zone;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private @Nullable Clock clock(int to, @Nullable ZoneId zone) {
        boolean midnight = hour == 24 && (minute == 0 || isNight());
        if (minute > 59 || (hour > 23 && !midnight)) {
            return null;
        }
        return new Clock(start, to, LocalTime.of(hour % 24, minute), midnight, zone);
    }

    /** {@code 12:30 de la noche} became 24:30, which nobody writes. */
    private boolean isNight() {
        return clause.number(start) == 12;
    }

    private boolean endsFree() {
        if (!clause.glued(at)) {
            return true;
        }
        boolean numberAfter = clause.glued(at + 1) && clause.digits(at + 1) > 0;
        return switch (clause.mark(at)) {
            case ":", "/", "." -> !numberAfter;
            case "%" -> false;
            default -> true;
        };
    }

    private static boolean startsFree(Clause clause, int at) {
        if (!clause.glued(at)) {
            return true;
        }
        if (clause.word(at - 1).equals("t")) {
            return clause.glued(at - 1) && clause.digits(at - 2) > 0;
        }
        boolean numberBefore = clause.glued(at - 1) && clause.digits(at - 2) > 0;
        return switch (clause.mark(at - 1)) {
            case "" -> false;
            case ":", ".", "/", "," -> !numberBefore;
            case "$", "#", "+", "=" -> false;
            default -> true;
        };
    }
}
