package dev.unitracker.moodle.internal.answers;

/** Titles for what has only a text. */
final class Titles {

    private static final int LONGEST = 80;

    private Titles() {}

    /** Returns the first line of a text, cut between words where it is long. */
    static String firstLine(String text) {
        String line = text.lines()
                .filter(candidate -> !candidate.isBlank())
                .findFirst()
                .orElse("")
                .strip();
        if (line.length() <= LONGEST) {
            return line;
        }
        int space = line.lastIndexOf(' ', LONGEST - 1);
        return line.substring(0, space > LONGEST / 2 ? space : LONGEST - 1) + "…";
    }
}
