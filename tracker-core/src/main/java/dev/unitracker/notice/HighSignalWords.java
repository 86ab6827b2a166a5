package dev.unitracker.notice;

import dev.unitracker.words.Language;
import dev.unitracker.words.Texts;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Words that make an announcement an alert. Each language has a list, its text {@code signal.words}, separated by
 * commas; a host chooses languages and adds words. Case and accents do not count. A word matches a whole word, also
 * with {@code s} or {@code es} at its end, and never a part of a longer word. Immutable and safe for use by several
 * threads.
 */
public final class HighSignalWords {

    /** The words of all languages that the library has texts in. */
    public static final HighSignalWords DEFAULT = in(Language.BUILT_IN);

    private final List<List<String>> phrases;

    /**
     * Makes a list of words.
     *
     * @param phrases words or phrases of several words, in any case, with or without accents; blank ones are ignored
     */
    public HighSignalWords(Collection<String> phrases) {
        this.phrases = phrases.stream()
                .map(HighSignalWords::words)
                .filter(words -> !words.isEmpty())
                .toList();
    }

    /** Returns the words of some languages; none for a language that has no list. */
    public static HighSignalWords in(Collection<Language> languages) {
        return new HighSignalWords(languages.stream()
                .flatMap(language -> Texts.in(language).list("signal.words").stream())
                .toList());
    }

    /** Returns these words and more. */
    public HighSignalWords and(Collection<String> more) {
        return new HighSignalWords(Stream.concat(phrases.stream().map(words -> String.join(" ", words)), more.stream())
                .toList());
    }

    /** Tells whether one of the words is in a text. */
    public boolean in(String text) {
        List<String> words = words(text);
        return phrases.stream().anyMatch(phrase -> contains(words, phrase));
    }

    private static boolean contains(List<String> words, List<String> phrase) {
        for (int from = 0; from + phrase.size() <= words.size(); from++) {
            if (startsAt(from, words, phrase)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsAt(int from, List<String> words, List<String> phrase) {
        for (int i = 0; i < phrase.size(); i++) {
            if (!isWordOrPlural(words.get(from + i), phrase.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWordOrPlural(String word, String wanted) {
        return word.startsWith(wanted)
                && (word.length() == wanted.length()
                        || word.substring(wanted.length()).matches("e?s"));
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "");
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
