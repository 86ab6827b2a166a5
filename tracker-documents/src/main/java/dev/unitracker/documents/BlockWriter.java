package dev.unitracker.documents;

import dev.unitracker.document.Block;
import dev.unitracker.document.Document;
import dev.unitracker.document.Heading;
import dev.unitracker.document.ListItem;
import dev.unitracker.document.Mark;
import dev.unitracker.document.Paragraph;
import dev.unitracker.document.Position;
import dev.unitracker.document.Table.Cell;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects words into lines, and these lines into blocks. A block begins with the first word after a boundary; a line that
 * ends without one goes on in the same block.
 */
final class BlockWriter extends LineWriter {
    // A text that people wrote has a few hundred. What lies beyond stays lines of the last block.
    private static final int MOST_BLOCKS = 50_000;

    private final List<Block> blocks = new ArrayList<>();
    private final OpenTables tables = new OpenTables();
    private final OpenRuns runs = new OpenRuns();
    private Position at = Position.NONE;
    private boolean isItem;
    private int itemDepth;
    private int level;
    private int lists;
    private int heading;
    private boolean boundary;
    private int count;

    /** Returns the document of what was written; its text is that of the lines. */
    Document document() {
        flush();
        Document document = Document.of(blocks);
        String lines = toString();
        return document.text().equals(lines) ? document : Document.ofText(lines);
    }

    /** Ends the block, so that the next line is another one. */
    void boundary() {
        boundary = true;
    }

    void startHeading(int newHeading) {
        boundary();
        heading = newHeading;
    }

    void endHeading() {
        boundary();
        heading = 0;
    }

    void startList() {
        boundary();
        lists++;
    }

    void endList() {
        boundary();
        lists--;
    }

    void startTable() {
        flush();
        tables.start(count < MOST_BLOCKS);
    }

    void endTable() {
        flush();
        tables.end().ifPresent(this::add);
    }

    void startTableRow() {
        flush();
        tables.startRow();
    }

    void endTableRow() {
        flush();
        tables.endRow();
    }

    void startTableCell(boolean header, int columns, int rows) {
        flush();
        count++;
        tables.startCell(new Cell(header, span(columns), span(rows), List.of()));
    }

    void endTableCell() {
        flush();
        tables.endCell();
    }

    void start(Mark mark) {
        runs.start(mark);
    }

    void end(Mark mark) {
        runs.end(mark);
    }

    @Override
    void seen(Gap before, boolean startsItem, int codePoint) {
        boolean another = (boundary && before == Gap.LINE) || startsItem;
        if (another && count < MOST_BLOCKS) {
            flush();
        }
        if (another || runs.isEmpty()) {
            boundary = false;
        }
        if (runs.isEmpty()) {
            begin(startsItem);
        } else {
            runs.gap(before == Gap.LINE || startsItem ? "\n" : before == Gap.SPACE ? " " : "");
            runs.gap(startsItem ? "- " : "");
        }
        runs.add(codePoint);
    }

    private void begin(boolean startsItem) {
        at = new Position(0, lineNumber());
        isItem = startsItem;
        itemDepth = Math.max(1, lists);
        level = heading;
        count++;
    }

    private void flush() {
        if (!runs.isEmpty()) {
            if (isItem) {
                add(new ListItem(at, itemDepth, runs.take()));
            } else {
                add(level > 0 ? new Heading(at, level, runs.take()) : new Paragraph(at, runs.take()));
            }
        }
    }

    private void add(Block block) {
        tables.content().orElse(blocks).add(block);
    }

    private static int span(int stated) {
        return Math.max(1, Math.min(stated, Cell.WIDEST));
    }
}
