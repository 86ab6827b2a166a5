package dev.unitracker.moodle.internal.answers;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A date as Moodle writes it in a sentence, in the languages of most of its sites: {@code Tuesday, 1 December 2026, 4:00 AM}.
 *
 * @param day the day
 * @param time the hour and minute as minutes of the day; -1 if only the day is written, which is meant to begin then
 */
record SiteDate(LocalDate day, int time) implements Comparable<SiteDate> {

    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:.](\\d{2})(?!\\d)");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    private static final Set<String> UNTIL = Set.of(
            "until",
            "before",
            "end",
            "hasta",
            "antes",
            "fin",
            "final",
            "at\u00E9",
            "jusqu",
            "avant",
            "bis",
            "vor",
            "ende",
            "fino",
            "prima",
            "fins",
            "abans",
            "tot",
            "voor",
            "ata");

    private static final Map<String, Month> MONTHS = new HashMap<>();

    private static final Set<String> OTHER_WORDS =
            new HashSet<>(Set.of("de", "del", "a", "las", "la", "at", "am", "pm", "m", "p", "om", "\u00E0", "\u00E0s"));

    static {
        Stream.of("en", "es", "pt", "fr", "de", "it", "ca", "nl", "gl", "eu", "pl", "sv")
                .map(Locale::forLanguageTag)
                .forEach(SiteDate::learn);
    }

    private static void learn(Locale language) {
        for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
            for (Month month : Month.values()) {
                words(month.getDisplayName(style, language), language)
                        .filter(word -> !OTHER_WORDS.contains(word))
                        .forEach(word -> MONTHS.putIfAbsent(word, month));
            }
            Arrays.stream(DayOfWeek.values())
                    .flatMap(day -> words(day.getDisplayName(style, language), language))
                    .forEach(OTHER_WORDS::add);
        }
    }

    private static Stream<String> words(String text, Locale language) {
        return NO_LETTERS.splitAsStream(text.toLowerCase(language)).filter(word -> !word.isEmpty());
    }

    /** Reads a text that is a date and nothing else; empty if it is anything else. */
    static Optional<SiteDate> of(String text) {
        List<String> words = words(text, Locale.ROOT).toList();
        List<Month> months = words.stream()
                .filter(MONTHS::containsKey)
                .map(MONTHS::get)
                .distinct()
                .toList();
        boolean onlyDate = words.stream().allMatch(word -> MONTHS.containsKey(word) || OTHER_WORDS.contains(word));
        Matcher time = TIME.matcher(text);
        boolean timed = time.find();
        List<String> numbers = NUMBER.matcher(
                        timed ? text.substring(0, time.start()) + text.substring(time.end()) : text)
                .results()
                .map(found -> found.group())
                .toList();
        return onlyDate && months.size() == 1 && numbers.size() == 2
                ? read(months.get(0), numbers, timed ? minutes(time, words) : -1)
                : Optional.empty();
    }

    private static Optional<SiteDate> read(Month month, List<String> numbers, int time) {
        boolean yearFirst = numbers.get(0).length() == 4;
        String year = numbers.get(yearFirst ? 0 : 1);
        String day = numbers.get(yearFirst ? 1 : 0);
        if (year.length() != 4 || day.length() > 2 || time >= 24 * 60) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SiteDate(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day)), time));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int minutes(Matcher time, List<String> words) {
        String half = String.join("", words);
        int hour = Integer.parseInt(time.group(1));
        boolean afternoon = half.endsWith("pm");
        boolean morning = half.endsWith("am");
        int ofDay = (afternoon || morning) && hour == 12 ? 0 : hour;
        return (ofDay + (afternoon ? 12 : 0)) * 60 + Integer.parseInt(time.group(2));
    }

    /** Tells whether a sentence lets something be until a date, in the languages of most sites. */
    static boolean saysUntil(String sentence) {
        return words(sentence, Locale.ROOT).anyMatch(UNTIL::contains);
    }

    /** Returns the same where it is an end: Moodle writes the midnight at which something ends as the day before. */
    SiteDate ending() {
        return time < 0 ? new SiteDate(day.plusDays(1), time) : this;
    }

    /** Returns the moment in the student's zone. */
    LocalDateTime moment() {
        return day.atStartOfDay().plusMinutes(Math.max(0, time));
    }

    @Override
    public int compareTo(SiteDate other) {
        int byMoment = moment().compareTo(other.moment());
        return byMoment != 0 ? byMoment : Integer.compare(time, other.time);
    }

    /** Returns it as {@link #stored} reads it. */
    String toStore() {
        return day + " " + time;
    }

    static SiteDate stored(String text) {
        String[] parts = text.split(" ", 2);
        return new SiteDate(LocalDate.parse(parts[0]), Integer.parseInt(parts[1]));
    }
}
