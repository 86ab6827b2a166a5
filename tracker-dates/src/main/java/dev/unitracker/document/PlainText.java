package dev.unitracker.document;

import java.util.List;

/** Cuts the text of a page into paragraphs. */
final class PlainText {

    private PlainText() {}

    /**
     * Adds the paragraphs of a page.
     *
     * @param page its number, 0 for the text of a document without pages
     */
    static void read(String text, int page, List<Block> blocks) {
        if (text.isEmpty()) {
            return;
        }
        String[] lines = text.split("\n", -1);
        for (int from = 0; from < lines.length; ) {
            int to = from + 1;
            while (!lines[from].isEmpty() && to < lines.length && !lines[to].isEmpty()) {
                to++;
            }
            String paragraph = String.join("\n", List.of(lines).subList(from, to));
            blocks.add(new Paragraph(new Position(page, from + 1), List.of(Run.of(paragraph))));
            from = to;
        }
    }
}
