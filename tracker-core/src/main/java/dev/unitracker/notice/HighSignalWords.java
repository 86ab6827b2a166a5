package dev.unitracker.notice;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Words that make an announcement worth an alert, in Spanish and English. Case and accents are ignored; a word is found as a
 * whole or with the ending of a plural, not within another word.
 */
public final class HighSignalWords {

    /** What universities announce what matters with. */
    public static final HighSignalWords DEFAULT = new HighSignalWords(List.of(
            "parcial",
            "recuperatorio",
            "examen",
            "entrega",
            "vence",
            "vencen",
            "vencimiento",
            "coloquio",
            "suspende",
            "suspenden",
            "suspendio",
            "suspendida",
            "suspendido",
            "cancela",
            "cancelan",
            "cancelo",
            "cancelada",
            "cancelado",
            "no hay clase",
            "no habra clase",
            "posterga",
            "postergan",
            "postergo",
            "postergada",
            "postergado",
            "reprograma",
            "reprograman",
            "reprogramo",
            "reprogramada",
            "reprogramado",
            "cambio de aula",
            "cambios de aula",
            "cambiamos de aula",
            "deadline",
            "exam",
            "midterm",
            "cancelled",
            "canceled",
            "room change",
            "change of room"));

    private final List<List<String>> phrases;

    /**
     * @param phrases words or phrases, in any case, with or without accents
     */
    public HighSignalWords(Collection<String> phrases) {
        this.phrases = phrases.stream()
                .map(HighSignalWords::words)
                .filter(words -> !words.isEmpty())
                .toList();
    }

    /** Tells whether a text has one of the words. */
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
