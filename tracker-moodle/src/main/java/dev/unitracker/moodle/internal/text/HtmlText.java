package dev.unitracker.moodle.internal.text;

import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;

/** Turns the HTML and the titles that Moodle sends into plain text that can be compared and read. */
public final class HtmlText {
    // A page longer than any that people write. What lies beyond is cut, so that a hostile page costs seconds at most.
    private static final int MAX_LENGTH = 5_000_000;

    private HtmlText() {}

    /**
     * Returns the text of some HTML in its canonical form: two renderings that a student would see as equal give equal
     * strings, and what a student would see differently differs.
     *
     * <p>One line for each block, never an empty one, without blanks at its ends; list items start with {@code - },
     * table cells are separated by {@code  | }, what is struck out stands between {@code ~~}. White space, including
     * the no-break space, is one blank; invisible characters are gone; the result is in Unicode form NFC. A link is
     * followed by its target in parentheses unless the two say the same. Pictures and embedded media stand in square
     * brackets. Session keys, tokens, revision numbers, the obfuscation of mail addresses, comments, scripts, hidden
     * parts and all other attributes leave no trace. Of what is said in several languages, each marked for Moodle's
     * filters, the first is kept.
     *
     * <p>Input without markup is read as HTML too: its line breaks are white space. The result is text: escape it
     * before treating it as HTML again. Only the first five million characters count.
     *
     * @param html any text; broken, deep or hostile HTML is read as a browser would
     * @return the text, empty if there is nothing to see
     */
    public static String canonical(String html) {
        String input = html.length() > MAX_LENGTH ? html.substring(0, MAX_LENGTH) : html;
        HtmlLines lines = new HtmlLines();
        NodeTraversor.filter(lines, Parser.htmlParser().parseInput(OneLanguage.ofMarked(input), ""));
        return lines.text();
    }

    /**
     * Returns a name as Moodle shows it: entities decoded, even if they were escaped twice, the usual inline tags
     * stripped, on one line.
     *
     * <p>Angle brackets that are not a tag of HTML stay, so a decoded title such as {@code List<String>} may be passed
     * again. Only the first ten thousand characters count.
     *
     * @param raw the name as it came
     * @return the title, empty if nothing of it can be seen
     */
    public static String title(String raw) {
        return TitleText.of(raw);
    }
}
