package dev.unitracker.documents;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads the text of a document's pages in the order of their position, a form feed before each page but the first. */
final class PdfPages extends PDFTextStripper {
    private final int glyphLimit;
    private int glyphs;
    private int formFeeds;

    PdfPages(Limits limits) {
        glyphLimit = limits.characters();
        setSortByPosition(true);
        setLineSeparator("\n");
        setPageEnd("\n");
        setEndPage(limits.pages());
    }

    // Pages without any content are never written, but they count.
    @Override
    protected void writePageStart() throws IOException {
        super.writePageStart();
        for (; formFeeds < getCurrentPageNo() - 1; formFeeds++) {
            output.write('\f');
        }
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        if (glyphs++ < glyphLimit) {
            super.processTextPosition(text);
        }
    }

    // Unchecked: the engine goes on after a checked exception inside a form, and forms can be nested without end.
    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the time for reading the PDF is over");
        }
        super.processOperator(operator, operands);
    }
}
