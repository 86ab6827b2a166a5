package dev.unitracker.documents;

import dev.unitracker.document.Block;
import dev.unitracker.document.Document;
import dev.unitracker.document.Position;
import dev.unitracker.document.Table;
import dev.unitracker.document.Table.Cell;
import dev.unitracker.document.Table.Row;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables that are being written, one within the other. Beyond the deepest, and where told so, none is made. */
final class OpenTables {

    private static final class Open {
        private final List<Row> rows = new ArrayList<>();
        private @Nullable List<Cell> row;
        private @Nullable Cell cell;
        private final List<Block> content = new ArrayList<>();
    }

    private final Deque<Open> tables = new ArrayDeque<>();
    private int unmade;

    void start(boolean isMade) {
        if (unmade > 0 || !isMade || tables.size() == Document.DEEPEST) {
            unmade++;
        } else {
            tables.push(new Open());
        }
    }

    /** Ends a table and returns it; empty for one that says nothing, or that is not made. */
    Optional<Table> end() {
        if (unmade > 0) {
            unmade--;
            return Optional.empty();
        }
        Open table = tables.poll();
        return table == null || table.rows.stream().allMatch(row -> row.text().isEmpty())
                ? Optional.empty()
                : Optional.of(new Table(table.rows.get(0).at(), table.rows));
    }

    void startRow() {
        Open table = made();
        if (table != null) {
            table.row = new ArrayList<>();
        }
    }

    void endRow() {
        Open table = made();
        if (table != null && table.row != null) {
            table.rows.add(new Row(position(table.row), table.row));
            table.row = null;
        }
    }

    void startCell(Cell cell) {
        Open table = made();
        if (table != null && table.row != null) {
            table.cell = cell;
        }
    }

    void endCell() {
        Open table = made();
        if (table != null && table.row != null && table.cell != null) {
            Cell cell = table.cell;
            table.row.add(new Cell(cell.header(), cell.columns(), cell.rows(), table.content));
            table.content.clear();
            table.cell = null;
        }
    }

    /** Returns the content of the innermost cell that is open; empty where there is none. */
    Optional<List<Block>> content() {
        return tables.stream().filter(table -> table.cell != null).findFirst().map(table -> table.content);
    }

    private @Nullable Open made() {
        return unmade > 0 ? null : tables.peek();
    }

    private static Position position(List<Cell> cells) {
        return cells.stream()
                .flatMap(cell -> cell.content().stream())
                .map(Block::at)
                .findFirst()
                .orElse(Position.NONE);
    }
}
