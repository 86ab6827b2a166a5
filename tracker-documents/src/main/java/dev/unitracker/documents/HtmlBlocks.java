package dev.unitracker.documents;

import dev.unitracker.document.Document;
import dev.unitracker.document.Mark;
import org.jsoup.nodes.Element;

/** Writes the visible part of a parsed page as a document. One walk per instance. */
final class HtmlBlocks extends HtmlLines {
    private final BlockWriter writer;

    HtmlBlocks(HtmlDialect dialect) {
        this(dialect, new BlockWriter());
    }

    private HtmlBlocks(HtmlDialect dialect, BlockWriter writer) {
        super(dialect, writer);
        this.writer = writer;
    }

    Document document() {
        return writer.document();
    }

    @Override
    void entered(Element element) {
        switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> writer.startHeading(level(element));
            case "ul", "ol" -> writer.startList();
            case "table" -> writer.startTable();
            case "tr" -> writer.startTableRow();
            case "td" -> writer.startTableCell(false, span(element, "colspan"), span(element, "rowspan"));
            case "th" -> writer.startTableCell(true, span(element, "colspan"), span(element, "rowspan"));
            case "s", "strike", "del" -> writer.start(Mark.STRUCK);
            case "ins" -> writer.start(Mark.INSERTED);
            default -> boundary(element);
        }
    }

    @Override
    void left(Element element) {
        switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> writer.endHeading();
            case "ul", "ol" -> writer.endList();
            case "table" -> writer.endTable();
            case "tr" -> writer.endTableRow();
            case "td", "th" -> writer.endTableCell();
            case "s", "strike", "del" -> writer.end(Mark.STRUCK);
            case "ins" -> writer.end(Mark.INSERTED);
            default -> boundary(element);
        }
    }

    private void boundary(Element element) {
        String name = element.normalName();
        if (name.equals("li") || (isBlock(element) && !name.equals("br"))) {
            writer.boundary();
        }
    }

    private static int level(Element heading) {
        return heading.normalName().charAt(1) - '0';
    }

    private static int span(Element cell, String attribute) {
        String stated = cell.attr(attribute).strip();
        return stated.matches("[0-9]{1,4}") ? Integer.parseInt(stated) : 1;
    }
}
