package dev.unitracker.moodle.internal.answers;

import java.util.List;
import java.util.Locale;

/**
 * What the title of an exported event says of its moment. An export has no other word for it: Moodle makes the title out
 * of the activity's name when the teacher saves it, in the teacher's language, and puts words before or behind it. A title
 * that none of these words is in is a deadline, for that is the mistake that costs a student nothing.
 */
enum IcsTitle {
    /** Something is to be done by then. */
    DUE,
    /** Something begins then. */
    OPENS,
    /** By then the teacher has to have graded. */
    GRADING,
    /** Something is to be done by then by this student; the date of all is another event. */
    EXTENSION;

    private static final List<String> OPENING_ENDS = List.of(
            " opens",
            " opens for submissions",
            " opens for assessment",
            " abre",
            " se abre",
            " s'obre",
            " s'obre el",
            " s'ouvre",
            " \u00F6ffnet",
            " apre",
            " \u958B\u59CB\u65E5\u6642",
            " \u555F\u7528",
            " m\u1EDF ra");

    private static final List<String> OPENING_BEGINNINGS =
            List.of("apertura de ", "apertura del ", "abertura de ", "obertura de ", "ouverture de ");

    private static final List<String> GRADING_ENDS = List.of(
            " is due to be graded",
            " debe ser calificado",
            " debe ser calificada",
            " debe calificarse",
            " para ser calificado",
            " para ser calificada",
            " pendiente de calificar",
            " pendiente de calificaci\u00F3n");

    private static final List<String> EXTENSION_ENDS =
            List.of(" (extension)", " (extensi\u00F3n)", " (pr\u00F3rroga)", " (extens\u00E3o)", " (extensi\u00F3)");

    /** What stands behind or before an activity's name where a day is told by which it is due. */
    private static final List<String> DUE_ENDS = List.of(" is due", " ha vencido", " vence", " closes", " cierra");

    private static final List<String> DUE_BEGINNINGS = List.of("vencimiento de ", "cierre de ");

    /** Reads a title. */
    static IcsTitle of(String title) {
        String words = folded(title);
        if (ends(words, EXTENSION_ENDS)) {
            return EXTENSION;
        }
        if (ends(words, GRADING_ENDS)) {
            return GRADING;
        }
        return ends(words, OPENING_ENDS) || begins(words, OPENING_BEGINNINGS) ? OPENS : DUE;
    }

    /** Tells whether a title says in so many words that something is due or ends. */
    static boolean saysDue(String title) {
        String words = folded(title);
        return of(title) == DUE && (ends(words, DUE_ENDS) || begins(words, DUE_BEGINNINGS));
    }

    /** Returns what is left of a title without the words that tell what its moment is: the activity's name, in lower case. */
    static String activity(String title) {
        String words = without(folded(title), EXTENSION_ENDS);
        String name = without(words, DUE_ENDS);
        return DUE_BEGINNINGS.stream()
                .filter(name::startsWith)
                .findFirst()
                .map(beginning -> name.substring(beginning.length()))
                .orElse(name);
    }

    private static String without(String words, List<String> ends) {
        return ends.stream()
                .filter(words::endsWith)
                .findFirst()
                .map(end -> words.substring(0, words.length() - end.length()))
                .orElse(words);
    }

    private static String folded(String title) {
        return title.replace('\u2019', '\'').toLowerCase(Locale.ROOT).strip();
    }

    private static boolean ends(String words, List<String> ends) {
        return ends.stream().anyMatch(words::endsWith);
    }

    private static boolean begins(String words, List<String> beginnings) {
        return beginnings.stream().anyMatch(words::startsWith);
    }
}
