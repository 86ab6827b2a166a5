package dev.unitracker.documents;

import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * What one source does to HTML that must leave no trace in a text: keys and tokens in addresses, marks of its own, paths
 * of the files that it stores. Each method answers for pages in general by default, so a source overrides what it
 * needs. Implementations are safe for use by several threads.
 */
public interface HtmlDialect {

    /** Pages in general: nothing is changed. */
    HtmlDialect GENERAL = new HtmlDialect() {};

    /** Returns the HTML to be parsed. Default: as it was sent. */
    default String sent(String html) {
        return html;
    }

    /** Tells whether an element and all in it are left out of the text. Default: no. */
    default boolean hides(Element element) {
        return false;
    }

    /** Tells whether it is worth saying where a link leads; its words are told in any case. Default: yes. */
    default boolean leads(Element link) {
        return true;
    }

    /** Returns words that a page shows, white space included. Default: as they are. */
    default String shown(String words) {
        return words;
    }

    /** Returns the form of an address that stays the same from one look to the next. Default: the address itself. */
    default String lasting(String address) {
        return address;
    }

    /** Returns the name of the file that an address leads to, if the source stores it itself. Default: empty. */
    default Optional<String> storedFile(String address) {
        return Optional.empty();
    }
}
