package dev.unitracker.document;

import dev.unitracker.document.Table.Cell;
import dev.unitracker.document.Table.Row;

/**
 * Moves blocks down the page they stand on. Lines that are not known stay so.
 *
 * @param lines by how many lines
 */
record Lowered(int lines) implements Block.Visitor<Block> {

    @Override
    public Block heading(Heading heading) {
        return new Heading(moved(heading.at()), heading.level(), heading.runs());
    }

    @Override
    public Block paragraph(Paragraph paragraph) {
        return new Paragraph(moved(paragraph.at()), paragraph.runs());
    }

    @Override
    public Block listItem(ListItem item) {
        return new ListItem(moved(item.at()), item.depth(), item.runs());
    }

    @Override
    public Block table(Table table) {
        return new Table(moved(table.at()), table.rows().stream().map(this::row).toList());
    }

    private Row row(Row row) {
        return new Row(moved(row.at()), row.cells().stream().map(this::cell).toList());
    }

    private Cell cell(Cell cell) {
        return new Cell(
                cell.header(),
                cell.columns(),
                cell.rows(),
                cell.content().stream().map(block -> block.accept(this)).toList());
    }

    private Position moved(Position at) {
        return at.line() == 0 ? at : new Position(at.page(), at.line() + lines);
    }
}
