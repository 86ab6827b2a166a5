package dev.unitracker.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that a source says, fit for one line of a header. Pure. */
final class HeaderText {

    /** What a person takes for one character. */
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private static final String MORE = "…";

    /** So many units are looked at for each that may be shown: spaces become one. */
    private static final int READ = 4;

    private HeaderText() {}

    /**
     * Returns a text as one line that is not too long: whatever breaks a line, and whatever is no character that can be
     * shown, becomes a space, so that no text begins a header of its own.
     *
     * @param most how many UTF-16 units it may have
     */
    static String of(String text, int most) {
        StringBuilder line = new StringBuilder();
        int end = Math.min(text.length(), READ * most);
        for (int at = 0; at < end; at += Character.charCount(text.codePointAt(at))) {
            int character = breaks(text.codePointAt(at)) ? ' ' : text.codePointAt(at);
            if (character != ' ' || line.length() == 0 || line.charAt(line.length() - 1) != ' ') {
                line.appendCodePoint(character);
            }
        }
        String shown = line.toString().strip();
        return shown.length() <= most ? shown : start(shown, most - MORE.length()) + MORE;
    }

    /** Joiners of emoji and scripts are formats as well, and stay. */
    private static boolean breaks(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }

    private static String start(String text, int most) {
        Matcher character = CHARACTER.matcher(text);
        int end = 0;
        while (character.find() && character.end() <= most) {
            end = character.end();
        }
        return text.substring(0, end == 0 ? most : end).strip();
    }
}
