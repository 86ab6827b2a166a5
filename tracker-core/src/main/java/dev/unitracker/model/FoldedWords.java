package dev.unitracker.model;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The words of texts as a search compares them: without accents, in small letters, letters apart from digits. Pure. */
final class FoldedWords {

    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}]");

    /** Letters that are made of no others, as people who do not have them on their keyboard write them. */
    private static final Map<Character, String> WRITTEN =
            Map.of('æ', "ae", 'œ', "oe", 'ø', "o", 'đ', "d", 'ð', "d", 'ħ', "h", 'ł', "l", 'þ', "th", 'ŧ', "t");

    /** Of a longer one only so much is kept. */
    private static final int LONGEST = 100;

    private FoldedWords() {}

    /** Returns the words of a text, each once, in the order in which they come. */
    static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        read(text, words::add);
        return words;
    }

    /** Hands over the words of a text one after the other. */
    static void read(String text, Consumer<String> words) {
        String folded = folded(text);
        int from = 0;
        while (from < folded.length()) {
            int first = folded.codePointAt(from);
            int to = from + Character.charCount(first);
            if (Character.isLetterOrDigit(first)) {
                to = Character.isIdeographic(first) ? to : end(folded, to, Character.isDigit(first));
                words.accept(folded.substring(from, Math.min(to, from + LONGEST)));
            }
            from = to;
        }
    }

    /** Returns where a run of letters, or of digits, ends. */
    private static int end(String folded, int from, boolean digits) {
        int at = from;
        while (at < folded.length()) {
            int next = folded.codePointAt(at);
            boolean same = Character.isLetterOrDigit(next)
                    && Character.isDigit(next) == digits
                    && !Character.isIdeographic(next);
            if (!same) {
                return at;
            }
            at += Character.charCount(next);
        }
        return at;
    }

    /** Capitals come first, for some small letters have the same one: ς and σ, ı and i. */
    private static String folded(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        StringBuilder written = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            written.append(WRITTEN.getOrDefault(c, String.valueOf(c)));
        }
        return written.toString();
    }
}
