package dev.unitracker.moodle.internal.answers;

import java.util.List;
import java.util.Locale;

/**
 * What the label of a date says that nothing names: it is localised, and changes as time passes ({@code Closes:},
 * {@code Closed:}), so only the beginnings of its words are read, of which both forms have one.
 */
final class DateLabel {

    private static final List<String> EXTENDED = List.of("extension", "extensi\u00F3n", "pr\u00F3rroga", "extended");

    private static final List<String> UNTIL = List.of("until", "hasta", "bis");

    private static final List<String> STARTS = List.of(
            "open",
            "start",
            "beg",
            "from",
            "available",
            "abre",
            "abri",
            "apertura",
            "inici",
            "comien",
            "comenz",
            "desde",
            "disponible");

    private static final List<String> ENDS = List.of(
            "due",
            "deadline",
            "clos",
            "end",
            "cierr",
            "cerr",
            "venc",
            "entrega",
            "l\u00EDmite",
            "finaliz",
            "termin",
            "f\u00E4llig",
            "abgabe");

    private DateLabel() {}

    /** Returns a name for the date as Moodle's own modules would give it; empty text if the label does not tell. */
    static String name(String label) {
        List<String> words = words(label);
        if (begins(words, EXTENDED)) {
            return "extensionduedate";
        }
        if (begins(words, UNTIL)) {
            return "duedate";
        }
        if (begins(words, STARTS)) {
            return "timeopen";
        }
        return begins(words, ENDS) ? "duedate" : "";
    }

    private static List<String> words(String label) {
        return List.of(label.toLowerCase(Locale.ROOT).split("[^\\p{L}]", -1));
    }

    private static boolean begins(List<String> words, List<String> stems) {
        return words.stream().anyMatch(word -> stems.stream().anyMatch(word::startsWith));
    }
}
