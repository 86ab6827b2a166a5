package dev.unitracker.document;

import java.util.List;

/**
 * Writes a document as text. The first line tells the form and the number of pages. Then each line is a block
 * ({@code H}eading, {@code P}aragraph, {@code L}ist item), the start of a {@code T}able, {@code R}ow or {@code C}ell, or the
 * {@code E}nd of a table; its position follows the letter, {@code 2.7} for line 7 of page 2. Blocks belong to the cell
 * that was started last in a table that has not ended.
 */
final class Encoder implements Block.Visitor<Void> {
    static final String FORM = "document 1 ";

    private final StringBuilder out = new StringBuilder(FORM);

    private Encoder() {}

    static String encoded(Document document) {
        Encoder encoder = new Encoder();
        encoder.out.append(document.pages());
        document.blocks().forEach(block -> block.accept(encoder));
        return encoder.out.toString();
    }

    @Override
    public Void heading(Heading heading) {
        start('H', heading.at()).append(' ').append(heading.level());
        return runs(heading.runs());
    }

    @Override
    public Void paragraph(Paragraph paragraph) {
        start('P', paragraph.at());
        return runs(paragraph.runs());
    }

    @Override
    public Void listItem(ListItem item) {
        start('L', item.at()).append(' ').append(item.depth());
        return runs(item.runs());
    }

    @Override
    public Void table(Table table) {
        start('T', table.at());
        table.rows().forEach(this::row);
        start('E', Position.NONE);
        return null;
    }

    private void row(Table.Row row) {
        start('R', row.at());
        row.cells().forEach(this::cell);
    }

    private void cell(Table.Cell cell) {
        start('C', Position.NONE);
        out.append(cell.header() ? " h " : " d ")
                .append(cell.columns())
                .append(' ')
                .append(cell.rows());
        cell.content().forEach(block -> block.accept(this));
    }

    private StringBuilder start(char kind, Position at) {
        out.append('\n').append(kind);
        if (at.page() > 0 || at.line() > 0) {
            out.append(at.page());
        }
        return at.line() > 0 ? out.append('.').append(at.line()) : out;
    }

    private Void runs(List<Run> runs) {
        out.append(' ');
        Mark mark = Mark.PLAIN;
        for (Run run : runs) {
            if (run.mark() != mark) {
                out.append('\\').append(letter(run.mark()));
                mark = run.mark();
            }
            run.text().chars().forEach(this::character);
        }
        return null;
    }

    static char letter(Mark mark) {
        return switch (mark) {
            case PLAIN -> 'p';
            case STRUCK -> 's';
            case INSERTED -> 'i';
        };
    }

    private void character(int character) {
        switch (character) {
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            default -> out.append((char) character);
        }
    }
}
