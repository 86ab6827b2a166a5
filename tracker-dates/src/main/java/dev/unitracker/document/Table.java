package dev.unitracker.document;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Rows of cells.
 *
 * @param at where it begins
 * @param rows the rows from top to bottom, at least one
 */
public record Table(Position at, List<Row> rows) implements Block {

    public Table {
        Objects.requireNonNull(at, "at");
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("a table has rows");
        }
    }

    /** Returns a line for each row that says something. */
    @Override
    public String text() {
        return rows.stream().map(Row::text).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.table(this);
    }

    /**
     * A row of a table.
     *
     * @param at where it begins; a table may go on over pages
     * @param cells the cells that begin in this row, from left to right. One that reaches down from a row above is not
     *     among them.
     */
    public record Row(Position at, List<Cell> cells) {

        public Row {
            Objects.requireNonNull(at, "at");
            cells = List.copyOf(cells);
        }

        /** Tells whether it says what stands below it: some cell says something, and all that do are header cells. */
        public boolean isHeader() {
            return cells.stream().anyMatch(Cell::header)
                    && cells.stream()
                            .allMatch(cell -> cell.header() || cell.text().isEmpty());
        }

        /** Returns the cells' texts, separated by {@code  | }; empty cells at the end leave no trace. */
        public String text() {
            StringBuilder line = new StringBuilder();
            int separators = 0;
            for (int i = 0; i < cells.size(); i++) {
                separators += i == 0 ? 0 : 1;
                String text = cells.get(i).text();
                for (; !text.isEmpty() && separators > 0; separators--) {
                    line.append(isAtBlank(line) ? "| " : " | ");
                }
                line.append(text);
            }
            return line.toString();
        }

        private static boolean isAtBlank(StringBuilder line) {
            return line.isEmpty() || Character.isWhitespace(line.charAt(line.length() - 1));
        }
    }

    /**
     * A cell of a table.
     *
     * @param header whether it says what the cells below it or beside it are
     * @param columns how many columns it covers, at least 1, at most {@value #WIDEST}
     * @param rows how many rows it covers, itself included, at least 1, at most {@value #WIDEST}
     * @param content the blocks in it, tables too; empty for an empty cell
     */
    public record Cell(boolean header, int columns, int rows, List<Block> content) {

        /** How many columns or rows a cell covers at most. */
        public static final int WIDEST = 1000;

        public Cell {
            if (columns < 1 || rows < 1 || columns > WIDEST || rows > WIDEST) {
                throw new IllegalArgumentException(
                        "a cell covers 1 to " + WIDEST + " columns and rows: " + columns + " x " + rows);
            }
            content = List.copyOf(content);
        }

        /** Returns a cell of one column and one row that holds a paragraph; an empty one for blank text. */
        public static Cell of(String text) {
            return new Cell(
                    false,
                    1,
                    1,
                    text.isBlank() ? List.of() : List.of(new Paragraph(Position.NONE, List.of(Run.of(text)))));
        }

        /** Returns the lines of its blocks. */
        public String text() {
            return content.stream().map(Block::text).collect(Collectors.joining("\n"));
        }
    }
}
