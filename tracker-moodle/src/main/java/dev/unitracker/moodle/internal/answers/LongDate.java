package dev.unitracker.moodle.internal.answers;

import dev.unitracker.dates.DateReader;
import dev.unitracker.dates.Fact;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A date as Moodle writes it in a sentence, in Spanish or English: {@code 5 de diciembre de 2026, 10:00}. */
final class LongDate {

    private static final DateReader READER = DateReader.in(ZoneOffset.UTC);
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final Set<String> WORDS = words();

    private LongDate() {}

    /** Returns the date in one form for both languages; the text itself if it is anything else. */
    static String orText(String text) {
        boolean onlyDate = NO_LETTERS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .allMatch(WORDS::contains);
        List<Fact> facts = onlyDate ? READER.facts(text, LocalDate.EPOCH) : List.of();
        return facts.size() == 1 ? facts.get(0).value() : text;
    }

    private static Set<String> words() {
        Set<String> words = new HashSet<>(Set.of("de", "del", "a", "las", "at", "am", "pm", "m", "p"));
        for (Locale language : List.of(Locale.ENGLISH, Locale.forLanguageTag("es"))) {
            for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
                Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(style, language))
                        .forEach(name -> add(words, name, language));
                Arrays.stream(DayOfWeek.values())
                        .map(day -> day.getDisplayName(style, language))
                        .forEach(name -> add(words, name, language));
            }
        }
        return Set.copyOf(words);
    }

    private static void add(Set<String> words, String name, Locale language) {
        words.add(name.toLowerCase(language).replace(".", ""));
    }
}
