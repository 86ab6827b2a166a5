package dev.unitracker.dates;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Months and weekdays in Spanish and English, written here because the JVM's own names differ between releases. */
final class Names {
    private static final Map<String, Integer> MONTHS = numbered("""
            enero ene january jan
            febrero feb february
            marzo mar march
            abril abr april apr
            mayo may
            junio jun june
            julio jul july
            agosto ago august aug
            septiembre setiembre sept sep september
            octubre oct october
            noviembre nov november
            diciembre dic december dec
            """);
    private static final Map<String, Integer> FULL_WEEKDAYS = numbered("""
            lunes monday
            martes tuesday
            miercoles wednesday
            jueves thursday
            viernes friday
            sabado saturday
            domingo sunday
            """);
    private static final Map<String, Integer> SHORT_WEEKDAYS = numbered("""
            lun mon
            mar tue tues
            mie mier wed
            jue thu thur thurs
            vie fri
            sab sat
            dom sun
            """);
    private static final Set<String> ENGLISH_MONTHS = Set.of(
            "january",
            "jan",
            "february",
            "feb",
            "march",
            "mar",
            "april",
            "apr",
            "may",
            "june",
            "jun",
            "july",
            "jul",
            "august",
            "aug",
            "september",
            "sept",
            "sep",
            "october",
            "oct",
            "november",
            "nov",
            "december",
            "dec");
    private static final Set<String> ABBREVIATIONS = abbreviations();

    private Names() {}

    /** Returns 1 to 12, or 0 if the folded word is no month. */
    static int month(String word) {
        return MONTHS.getOrDefault(word, 0);
    }

    static boolean isMonth(String word) {
        return MONTHS.containsKey(word);
    }

    static boolean isEnglishMonth(String word) {
        return ENGLISH_MONTHS.contains(word);
    }

    static @Nullable DayOfWeek weekday(String word) {
        Integer day = FULL_WEEKDAYS.getOrDefault(word, SHORT_WEEKDAYS.get(word));
        return day == null ? null : DayOfWeek.of(day);
    }

    static boolean isWeekday(String word) {
        return weekday(word) != null;
    }

    static boolean isFullWeekday(String word) {
        return FULL_WEEKDAYS.containsKey(word);
    }

    /** Tells whether a dot after the word may belong to the word. */
    static boolean isAbbreviation(String word) {
        return ABBREVIATIONS.contains(word);
    }

    private static Map<String, Integer> numbered(String table) {
        Map<String, Integer> numbers = new HashMap<>();
        List<String> rows = table.lines().toList();
        for (int row = 0; row < rows.size(); row++) {
            for (String name : Words.set(rows.get(row))) {
                numbers.put(name, row + 1);
            }
        }
        return Map.copyOf(numbers);
    }

    private static Set<String> abbreviations() {
        Set<String> names = new HashSet<>(SHORT_WEEKDAYS.keySet());
        MONTHS.keySet().stream().filter(name -> name.length() <= 4).forEach(names::add);
        return Set.copyOf(names);
    }
}
