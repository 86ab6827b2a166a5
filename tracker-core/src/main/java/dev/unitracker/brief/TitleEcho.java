package dev.unitracker.brief;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises a summary that only repeats the title. Case, accents, punctuation and the order of words do not count. */
public final class TitleEcho {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** So many words of its own make a summary more than a title. */
    private static final int NEWS = 3;

    private TitleEcho() {}

    /** Tells whether a summary has fewer than three words that are not in the title. */
    public static boolean in(String summary, String title) {
        Set<String> known = Set.copyOf(words(title));
        return words(summary).stream()
                        .filter(word -> !known.contains(word))
                        .distinct()
                        .count()
                < NEWS;
    }

    /** Returns a text in lower case without accents, with single spaces for all that is no letter or digit. */
    static String folded(String text) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return NO_WORD.matcher(plain).replaceAll(" ").strip();
    }

    private static List<String> words(String text) {
        return Arrays.stream(folded(text).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
