package dev.unitracker.document;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with its structure. Two documents are equal if they say the same in the same structure at the same places. Immutable;
 * the constructor throws {@link IllegalArgumentException} for pages that go back or lie beyond the last, and for tables that
 * stand too deep.
 *
 * @param pages how many pages, sheets or slides it has; 0 for a text without pages
 * @param blocks what it holds, in reading order; the pages of blocks, and of the rows of tables, never go back. Tables
 *     stand within cells of tables at most {@value #DEEPEST} deep.
 */
public record Document(int pages, List<Block> blocks) {

    /** How many tables may stand one within the other. */
    public static final int DEEPEST = 8;

    private static final Document EMPTY = new Document(0, List.of());

    public Document {
        blocks = List.copyOf(blocks);
        Pages.check(pages, blocks);
    }

    /** Returns the document that says nothing. */
    public static Document empty() {
        return EMPTY;
    }

    /**
     * Returns a document without pages.
     *
     * @throws IllegalArgumentException if a block says that it stands on a page
     */
    public static Document of(List<Block> blocks) {
        return new Document(0, blocks);
    }

    /**
     * Returns the document of a plain text: a paragraph for lines that follow each other, and one without runs for each
     * empty line. Form feeds separate pages; a text without them has no pages. Its {@link #text()} is the text itself.
     */
    public static Document ofText(String text) {
        if (text.isEmpty()) {
            return EMPTY;
        }
        String[] pages = text.split("\f", -1);
        List<Block> blocks = new ArrayList<>();
        for (int page = 0; page < pages.length; page++) {
            PlainText.read(pages[page], pages.length == 1 ? 0 : page + 1, blocks);
        }
        return new Document(pages.length == 1 ? 0 : pages.length, blocks);
    }

    /**
     * Returns one document without pages of several, each below the one before it; those that say nothing leave no trace.
     * Of one that has pages, the lines are taken.
     */
    public static Document joined(List<Document> parts) {
        List<Block> blocks = new ArrayList<>();
        int lines = 0;
        for (Document paged : parts) {
            Document part = paged.pages == 0 ? paged : ofText(paged.text().replace('\f', '\n'));
            String text = part.text();
            if (!text.isEmpty()) {
                Lowered lowered = new Lowered(lines);
                part.blocks.forEach(block -> blocks.add(block.accept(lowered)));
                lines += 1
                        + (int) text.chars()
                                .filter(character -> character == '\n')
                                .count();
            }
        }
        return of(blocks);
    }

    /**
     * Returns the document that {@link #encoded()} wrote.
     *
     * @throws IllegalArgumentException if the text is no such form
     */
    public static Document decoded(String encoded) {
        return new Decoder(encoded).document();
    }

    /** Returns this document below a title of the first level, on its first page; itself for a blank title. */
    public Document titled(String title) {
        if (title.isBlank()) {
            return this;
        }
        List<Block> titled = new ArrayList<>();
        titled.add(new Heading(Position.onPage(Math.min(pages, 1)), 1, List.of(Run.of(title))));
        titled.addAll(blocks);
        return new Document(pages, titled);
    }

    /**
     * Returns a compact text that holds the whole document: equal documents give equal texts, and {@link #decoded} gives
     * the document back. A line for each block, row and cell. It holds no NUL and no half of a surrogate pair.
     */
    public String encoded() {
        return Encoder.encoded(this);
    }

    /**
     * Returns the plain text: the texts of the blocks a line below the other, a form feed between two pages. Each page is
     * there, an empty one too, so that the number of form feeds before a quote tells its page.
     */
    public String text() {
        return Pages.text(pages, blocks);
    }
}
