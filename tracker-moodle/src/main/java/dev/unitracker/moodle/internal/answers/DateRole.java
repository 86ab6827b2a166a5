package dev.unitracker.moodle.internal.answers;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What a date is for. Moodle's own modules name their dates with a few words; each plugin has words of its own, so they are
 * read: {@code submissionduedate}, {@code accesstimestop} and {@code end_date} end something.
 */
enum DateRole {
    /** Something begins then. */
    STARTS,
    /** Something ends or is to be done by then. */
    DUE,
    /** What is handed in later than that is no longer taken. */
    CUT_OFF,
    /** By then a teacher has to have graded. */
    GRADING,
    /** Nothing is known of it. */
    OTHER;

    private static final List<String> GRADERS = List.of("grading", "graded", "marking");

    private static final List<String> ENDING =
            List.of("deadline", "duedate", "timedue", "datedue", "until", "expir", "finish", "extension", "extended");

    /** What ends something as the first or the last word of a name. */
    private static final List<String> LAST_WORDS = List.of(
            "due",
            "end",
            "ends",
            "ended",
            "ending",
            "stop",
            "stops",
            "close",
            "closes",
            "closed",
            "closing",
            "availableto",
            "visibleto",
            "opento");

    /** What only looks as if it ended something. */
    private static final List<String> NO_ENDS =
            List.of("attend", "weekend", "send", "extend", "friend", "append", "suspend");

    private static final List<String> FIRST_WORDS = List.of(
            "open",
            "opens",
            "opened",
            "opening",
            "start",
            "starts",
            "started",
            "starting",
            "begin",
            "begins",
            "from",
            "available");

    /** What surrounds the words that tell something. */
    private static final List<String> AROUND = List.of("timestamp", "time", "date", "day");

    /** What makes a name the deadline, where several dates of one activity end something; the first means it most. */
    private static final List<Predicate<String>> MEANING = List.of(
            name -> name.contains("exten") || isOwn(name),
            name -> name.contains("due"),
            name -> name.contains("deadline"),
            name -> name.contains("submi"),
            name -> !name.contains("cutoff"));

    /** The {@linkplain #doubt doubt} of a name that only says that something ends. */
    static final int JUST_AN_END = MEANING.size() - 1;

    /** Reads the name of a date as a plugin's author wrote it, which is in English almost always. */
    static DateRole of(String name) {
        String words = letters(name);
        String core = core(words);
        if (words.contains("cutoff")) {
            return CUT_OFF;
        }
        boolean ends = has(words, ENDING)
                || (isEdge(core, LAST_WORDS) && NO_ENDS.stream().noneMatch(core::endsWith));
        if (ends) {
            return has(words, GRADERS) ? GRADING : DUE;
        }
        return isEdge(core, FIRST_WORDS) ? STARTS : OTHER;
    }

    /** Returns how surely a name means the deadline, where several dates of one activity end something; the lowest most. */
    static int doubt(String name) {
        String words = letters(name);
        int doubt = 0;
        while (doubt < MEANING.size() && !MEANING.get(doubt).test(words)) {
            doubt++;
        }
        return doubt;
    }

    /** Tells whether a name says that the date is one student's alone. */
    static boolean isOwn(String name) {
        String words = letters(name);
        return words.contains("personal") || words.contains("individual") || words.contains("override");
    }

    private static boolean has(String words, List<String> some) {
        return some.stream().anyMatch(words::contains);
    }

    private static boolean isEdge(String core, List<String> some) {
        return some.stream().anyMatch(word -> core.startsWith(word) || core.endsWith(word));
    }

    private static String letters(String name) {
        StringBuilder letters = new StringBuilder();
        name.toLowerCase(Locale.ROOT).codePoints().filter(Character::isLetter).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private static String core(String words) {
        String core = words;
        String before;
        do {
            before = core;
            for (String word : AROUND) {
                core = core.startsWith(word) ? core.substring(word.length()) : core;
                core = core.endsWith(word) ? core.substring(0, core.length() - word.length()) : core;
            }
        } while (!core.equals(before));
        return core;
    }
}
