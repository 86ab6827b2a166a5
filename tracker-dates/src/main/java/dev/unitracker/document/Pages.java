package dev.unitracker.document;

import java.util.ArrayList;
import java.util.List;

/** Holds the blocks of a document to its pages, and writes its plain text page by page. */
final class Pages implements Block.Visitor<List<Pages.Line>> {

    /** One or more lines of text on one page. */
    record Line(int page, String text) {}

    private static final Pages LINES = new Pages();

    private Pages() {}

    static void check(int pages, List<Block> blocks) {
        if (pages < 0) {
            throw new IllegalArgumentException("the number of pages is not negative: " + pages);
        }
        int page = pages == 0 ? 0 : 1;
        for (Block block : blocks) {
            check(page, block.at().page(), pages);
            page = block.at().page();
            for (Table.Row row : rows(block)) {
                check(page, row.at().page(), pages);
                page = row.at().page();
                row.cells().forEach(cell -> checkDepth(cell, 1));
            }
        }
    }

    static String text(int pages, List<Block> blocks) {
        StringBuilder text = new StringBuilder();
        int page = pages == 0 ? 0 : 1;
        boolean first = true;
        for (Block block : blocks) {
            for (Line line : block.accept(LINES)) {
                text.append(first || line.page > page ? "" : "\n");
                text.append("\f".repeat(line.page - page)).append(line.text);
                page = line.page;
                first = false;
            }
        }
        return text.append("\f".repeat(Math.max(0, pages - page))).toString();
    }

    @Override
    public List<Line> heading(Heading heading) {
        return line(heading);
    }

    @Override
    public List<Line> paragraph(Paragraph paragraph) {
        return line(paragraph);
    }

    @Override
    public List<Line> listItem(ListItem item) {
        return line(item);
    }

    @Override
    public List<Line> table(Table table) {
        List<Line> lines = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            String text = row.text();
            if (!text.isEmpty()) {
                lines.add(new Line(row.at().page(), text));
            }
        }
        return lines;
    }

    private static List<Line> line(Block block) {
        return List.of(new Line(block.at().page(), block.text()));
    }

    private static void check(int before, int page, int pages) {
        if (page < before || page > pages) {
            throw new IllegalArgumentException(
                    "page " + page + " stands after page " + before + " in a document of " + pages + " pages");
        }
    }

    private static void checkDepth(Table.Cell cell, int depth) {
        for (Block block : cell.content()) {
            for (Table.Row row : rows(block)) {
                if (depth == Document.DEEPEST) {
                    throw new IllegalArgumentException(
                            "tables stand one within the other at most " + Document.DEEPEST + " deep");
                }
                row.cells().forEach(inner -> checkDepth(inner, depth + 1));
            }
        }
    }

    private static List<Table.Row> rows(Block block) {
        return block instanceof Table table ? table.rows() : List.of();
    }
}
