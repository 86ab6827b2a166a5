package dev.unitracker.documents;

import dev.unitracker.document.Document;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;

/** Turns HTML and titles into plain text that can be compared and read. Immutable and safe for use by several threads. */
public final class HtmlReader {
    // A page longer than any that people write. What lies beyond is cut, so that a hostile page costs seconds at most.
    private static final int MAX_LENGTH = 5_000_000;

    private static final HtmlReader STANDARD = new HtmlReader(HtmlDialect.GENERAL);

    private final HtmlDialect dialect;

    private HtmlReader(HtmlDialect dialect) {
        this.dialect = Objects.requireNonNull(dialect, "dialect");
    }

    /** Returns a reader of pages in general. */
    public static HtmlReader standard() {
        return STANDARD;
    }

    /** Returns a reader that knows what one source does to its pages. */
    public static HtmlReader of(HtmlDialect dialect) {
        return new HtmlReader(dialect);
    }

    /**
     * Returns the text of some HTML in its canonical form: two renderings that a reader would see as equal give equal
     * strings, and what a reader would see differently differs.
     *
     * <p>One line for each block, never an empty one, without blanks at its ends; list items start with {@code - },
     * table cells are separated by {@code  | }, what is struck out stands between {@code ~~}. White space, including
     * the no-break space, is one blank; invisible characters are gone but for those that a word or an emoji is spelt with; the result is in Unicode form NFC. A link is
     * followed by its target in parentheses unless the two say the same. Pictures and embedded media stand in square
     * brackets. The obfuscation of mail addresses, comments, scripts, hidden parts and all other attributes leave no
     * trace, nor does what the {@linkplain HtmlDialect dialect} takes away.
     *
     * <p>Input without markup is read as HTML too: its line breaks are white space. The result is text: escape it
     * before treating it as HTML again. Only the first five million characters count.
     *
     * @param html any text; broken, deep or hostile HTML is read as a browser would
     * @return the text, empty if there is nothing to see
     */
    public String text(String html) {
        return text(parsed(html));
    }

    /** Returns the text of a page, or of a part of one, that was parsed already, in the form of {@link #text(String)}. */
    public String text(Element part) {
        HtmlLines lines = new HtmlLines(dialect);
        NodeTraversor.filter(lines, part);
        return lines.text();
    }

    /**
     * Returns some HTML with its structure: headings, paragraphs, list items, tables, struck and inserted parts. Its text
     * is {@link #text(String)}; where that cannot be said in blocks, it is a document of plain lines.
     *
     * @param html any text; broken, deep or hostile HTML is read as a browser would. Only the first five million characters
     *     count.
     * @return the document, {@linkplain Document#empty() empty} if there is nothing to see
     */
    public Document document(String html) {
        return document(parsed(html));
    }

    /** Returns a page, or a part of one, that was parsed already, as {@link #document(String)} does. */
    public Document document(Element part) {
        HtmlBlocks blocks = new HtmlBlocks(dialect);
        NodeTraversor.filter(blocks, part);
        return blocks.document();
    }

    /**
     * Returns a name as a page shows it: entities decoded, even if they were escaped twice, the usual inline tags
     * stripped, on one line.
     *
     * <p>Angle brackets that are not a tag of HTML stay, so a decoded title such as {@code List<String>} may be passed
     * again. Only the first ten thousand characters count. The dialect plays no part.
     *
     * @param raw the name as it came
     * @return the title, empty if nothing of it can be seen
     */
    public static String title(String raw) {
        return TitleText.of(raw);
    }

    /** Tells whether a page is longer than what of it counts. */
    static boolean cuts(String html) {
        return html.length() > MAX_LENGTH;
    }

    private Element parsed(String html) {
        String input = cuts(html) ? html.substring(0, MAX_LENGTH) : html;
        return Parser.htmlParser().parseInput(dialect.sent(input), "");
    }
}
