package dev.unitracker.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Words that are looked for in items, all of them. Neither accents nor capitals matter, and a letter with a tilde is the letter:
 * {@code ano} finds {@code año}, and the other way round. A word finds those that begin with it; a number finds itself only. Immutable.
 *
 * @param words the words as they are compared, each once
 */
public record Search(List<String> words) {

    /** So many words may be looked for at once. */
    public static final int MOST_WORDS = 10;

    /** Of a text so much is searched: its first thousands of different words. */
    private static final int LONGEST = 200_000;

    /** Where words were found; the best first. */
    public enum Where {
        /** All in the title. */
        TITLE,
        /** In the title and the text of an item. */
        TEXT,
        /** In the name and the text of a document. */
        DOCUMENT
    }

    /** Copies the list. */
    public Search {
        words = List.copyOf(words);
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            throw new IllegalArgumentException("there must be 1 to " + MOST_WORDS + " words, not " + words.size());
        }
    }

    /** Returns the search for the words of a text; empty if it has none, or more than {@value #MOST_WORDS}. */
    public static Optional<Search> of(String text) {
        Set<String> words = FoldedWords.of(text);
        return words.isEmpty() || words.size() > MOST_WORDS
                ? Optional.empty()
                : Optional.of(new Search(new ArrayList<>(words)));
    }

    /**
     * Returns the different words of a text, as they are compared, with a space before and behind each; a space if there are none.
     * A store may keep it, so that it need not read the text at each search.
     */
    public static String wordsOf(String text) {
        StringBuilder all = new StringBuilder(" ");
        for (String word : FoldedWords.of(text)) {
            if (all.length() + word.length() >= LONGEST) {
                break;
            }
            all.append(word).append(' ');
        }
        return all.toString();
    }

    /** Returns where an item has all words; empty if it does not. */
    public Optional<Where> in(Item item) {
        return in(wordsOf(item.title()), wordsOf(item.body().orElse("")), isDocument(item));
    }

    /** Tells whether the text of an item is that of a document. */
    public static boolean isDocument(Item item) {
        return item.type().equals(ItemType.MATERIAL_FILE);
    }

    /** Tells whether two states of an item are found by the same searches, at the same place among what they find. */
    public static boolean areSame(Item one, Item other) {
        return one.title().equals(other.title())
                && one.body().equals(other.body())
                && one.status() == other.status()
                && one.type().equals(other.type());
    }

    /**
     * Returns where an item has all words, as {@link #in(Item)} does.
     *
     * @param title the {@linkplain #wordsOf words of} its title
     * @param text those of its text
     * @param document whether it is a document
     */
    public Optional<Where> in(String title, String text, boolean document) {
        boolean inTitle = true;
        for (String word : words) {
            String sought = sought(word);
            if (!title.contains(sought)) {
                if (!text.contains(sought)) {
                    return Optional.empty();
                }
                inTitle = false;
            }
        }
        return Optional.of(inTitle ? Where.TITLE : document ? Where.DOCUMENT : Where.TEXT);
    }

    /**
     * Returns what can only be in the {@linkplain #wordsOf words of} a title or text if the rarest of these words is, for a store
     * that leaves out most items by one question.
     */
    public String sought() {
        String longest = words.get(0);
        for (String word : words) {
            longest = word.length() > longest.length() ? word : longest;
        }
        return sought(longest);
    }

    /** Tells whether one of the words is in a text, as it is written there. */
    boolean isIn(String text) {
        String there = wordsOf(text);
        return words.stream().anyMatch(word -> there.contains(sought(word)));
    }

    private static String sought(String word) {
        return Character.isDigit(word.charAt(0)) ? " " + word + " " : " " + word;
    }
}
