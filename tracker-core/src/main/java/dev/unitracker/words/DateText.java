package dev.unitracker.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes days and moments in words, in one zone and language. The patterns are texts of the language
 * ({@code date.moment} and others). Immutable and safe for use by several threads.
 */
public final class DateText {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Texts texts;
    private final ZoneId zone;
    private final DateTimeFormatter moment;
    private final DateTimeFormatter day;
    private final DateTimeFormatter soon;
    private final DateTimeFormatter soonDay;

    /**
     * Makes it for a language and a zone.
     *
     * @param texts all texts of the language
     * @param zone the zone that times are shown in
     */
    public DateText(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
        this.moment = pattern("date.moment");
        this.day = pattern("date.day");
        this.soon = pattern("date.moment.short");
        this.soonDay = pattern("date.day.short");
    }

    /** Returns the zone that times are shown in. */
    public ZoneId zone() {
        return zone;
    }

    /** Returns a moment with its year, for example {@code Mon 9 Mar 2026 18:00}. */
    public String moment(Instant at) {
        return at.atZone(zone).format(moment);
    }

    /** Returns a day with its year, for example {@code Mon 9 Mar 2026}. */
    public String day(LocalDate date) {
        return date.format(day);
    }

    /** Returns a moment that is near enough to go without its year, for example {@code Mon 9 Mar 18:00}. */
    public String shortMoment(Instant at) {
        return withoutPoints(at.atZone(zone).format(soon));
    }

    /** Returns the day of a moment that is near enough to go without its year, for example {@code Mon 9 Mar}. */
    public String shortDay(Instant at) {
        return withoutPoints(at.atZone(zone).format(soonDay));
    }

    /** Returns a time of day, for example {@code 18:00}. */
    public String clock(Instant at) {
        return at.atZone(zone).format(CLOCK);
    }

    /**
     * Returns a day with the names of weekdays and months that are texts of the language, so that it is the same on
     * every JVM, for example {@code vie 27 nov}. It has its year if {@code now} lies in another year.
     */
    public String plainDay(LocalDate date, Instant now) {
        String weekday = name("date.weekdays", date.getDayOfWeek().getValue());
        String month = name("date.months", date.getMonthValue());
        String plain = weekday + " " + date.getDayOfMonth() + " " + month;
        return date.getYear() == now.atZone(zone).getYear() ? plain : plain + " " + date.getYear();
    }

    /** Returns a moment as {@link #plainDay} returns a day, for example {@code vie 27 nov 18:00}. */
    public String plainMoment(Instant at, Instant now) {
        ZonedDateTime local = at.atZone(zone);
        return plainDay(local.toLocalDate(), now) + " " + clock(at);
    }

    /** Tells whether a moment is midnight in the zone; readers easily mistake which day that belongs to. */
    public boolean isMidnight(Instant at) {
        return at.atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    private DateTimeFormatter pattern(String name) {
        return DateTimeFormatter.ofPattern(texts.text(name), texts.language().locale());
    }

    private String name(String list, int number) {
        return texts.text(list).split(",", -1)[number - 1];
    }

    /** Some names of weekdays and months are cut with a point, which is no end of a sentence. */
    private static String withoutPoints(String text) {
        return text.replace(".", "");
    }
}
