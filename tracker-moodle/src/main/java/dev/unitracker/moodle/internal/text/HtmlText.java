package dev.unitracker.moodle.internal.text;

import dev.unitracker.document.Document;
import dev.unitracker.documents.DocumentReader;
import dev.unitracker.documents.HtmlReader;
import dev.unitracker.documents.Limits;

/** Turns the HTML, the titles and the files that Moodle sends into plain text that can be compared and read. */
public final class HtmlText {
    // Finding the languages of a name takes time that grows faster than its length.
    private static final int LONGEST_NAME = 10_000;

    private static final HtmlReader READER = HtmlReader.of(new MoodleHtml());
    private static final DocumentReader FILES = DocumentReader.standard()
            .html(READER)
            .within(Limits.STANDARD.within(Runtime.getRuntime().maxMemory()));

    private HtmlText() {}

    /**
     * Returns the text of some HTML in the canonical form of {@link HtmlReader#text(String)}. Session keys, tokens and
     * revision numbers leave no trace, and no links that Moodle's filters make of words. Of what is said in several
     * languages, each marked for those filters, the first is kept.
     *
     * @param html any text; broken, deep or hostile HTML is read as a browser would
     * @return the text, empty if there is nothing to see
     */
    public static String canonical(String html) {
        return READER.text(html);
    }

    /** Returns some HTML with its structure; its text is the {@linkplain #canonical canonical} one. */
    public static Document document(String html) {
        return READER.document(html);
    }

    /**
     * Returns a text that is not HTML, line by line. Signs that would be HTML are signs; escaped ones are shown, because some
     * sites escape what they export.
     */
    public static Document plain(String text) {
        return document(text.replace("<", "&lt;").replace(">", "&gt;").replaceAll("\\R", "<br>"));
    }

    /** Returns a name as Moodle shows it: {@link HtmlReader#title}, of several languages the first. */
    public static String title(String raw) {
        String name = raw.length() > LONGEST_NAME ? raw.substring(0, LONGEST_NAME) : raw;
        return HtmlReader.title(OneLanguage.ofSpans(OneLanguage.ofMarked(name)));
    }

    /** Returns the reader of the files of a course; their HTML is Moodle's. */
    public static DocumentReader files() {
        return FILES;
    }
}
