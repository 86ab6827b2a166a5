package dev.unitracker.store.jdbc;

/** Texts for columns. */
final class Texts {

    private Texts() {}

    /**
     * Returns as much of the beginning of a text as a column takes. H2 counts an emoji as two characters, as Java does,
     * PostgreSQL as one.
     */
    static String start(String text, int characters) {
        if (text.length() <= characters) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(characters - 1)) ? characters - 1 : characters;
        return text.substring(0, end);
    }
}
