package dev.unitracker.document;

import java.util.ArrayList;
import java.util.List;

/** Reads what {@link Encoder} wrote. For one document. */
final class Decoder {
    private final String[] lines;
    private int next;

    Decoder(String encoded) {
        this.lines = encoded.split("\n", -1);
    }

    Document document() {
        try {
            if (!lines[0].startsWith(Encoder.FORM)) {
                throw new IllegalArgumentException("it begins in another way");
            }
            int pages = EncodedLine.number(lines[next++].substring(Encoder.FORM.length()));
            Document document = new Document(pages, blocks(0));
            if (next < lines.length) {
                throw new IllegalArgumentException("no block begins like that");
            }
            return document;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not an encoded document, line " + Math.min(next + 1, lines.length), e);
        }
    }

    private List<Block> blocks(int depth) {
        List<Block> blocks = new ArrayList<>();
        for (; "HPLT".indexOf(kind()) >= 0; next++) {
            blocks.add(block(depth));
        }
        return blocks;
    }

    private Block block(int depth) {
        EncodedLine line = new EncodedLine(lines[next]);
        return switch (kind()) {
            case 'H' -> new Heading(line.position(), line.number(), line.runs());
            case 'P' -> new Paragraph(line.position(), line.runs());
            case 'L' -> new ListItem(line.position(), line.number(), line.runs());
            default -> table(line.position(), depth + 1);
        };
    }

    private Table table(Position at, int depth) {
        if (depth > Document.DEEPEST) {
            throw new IllegalArgumentException("tables are too deep");
        }
        List<Table.Row> rows = new ArrayList<>();
        next++;
        while (kind() == 'R') {
            Position row = new EncodedLine(lines[next++]).position();
            rows.add(new Table.Row(row, cells(depth)));
        }
        if (kind() != 'E') {
            throw new IllegalArgumentException("a table does not end");
        }
        return new Table(at, rows);
    }

    private List<Table.Cell> cells(int depth) {
        List<Table.Cell> cells = new ArrayList<>();
        while (kind() == 'C') {
            EncodedLine line = new EncodedLine(lines[next++]);
            line.position();
            boolean header = line.word().equals("h");
            int columns = line.number();
            int rows = line.number();
            cells.add(new Table.Cell(header, columns, rows, blocks(depth)));
        }
        return cells;
    }

    private char kind() {
        return next < lines.length && !lines[next].isEmpty() ? lines[next].charAt(0) : ' ';
    }
}
