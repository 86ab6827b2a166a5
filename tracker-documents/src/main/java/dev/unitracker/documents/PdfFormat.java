package dev.unitracker.documents;

import dev.unitracker.documents.Extraction.Failure;
import java.io.IOException;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * PDF documents. One that merely forbids printing or copying opens without a password and is read.
 *
 * <p>For a document that does not bring its fonts, PDFBox once lists those of the system and keeps the list in the user's
 * home, or in the folder that the system property {@code pdfbox.fontcache} names.
 */
final class PdfFormat implements TextFormat {
    private static final String SIGNATURE = "%PDF-";
    // Readers accept some bytes before the signature.
    private static final int SIGNATURE_WITHIN = 1024;
    private static final int SPARSE_PAGE = 30;

    @Override
    public boolean recognises(SourceFile file) {
        return file.head().startsWith(SIGNATURE);
    }

    @Override
    public Set<String> extensions() {
        return Set.of("pdf");
    }

    @Override
    public boolean hasMimeType(String mimeType) {
        return mimeType.equals("application/pdf") || mimeType.equals("application/x-pdf");
    }

    @Override
    public Extraction read(SourceFile file, Limits limits) throws IOException {
        int signature = file.head().indexOf(SIGNATURE);
        if (signature < 0 || signature > SIGNATURE_WITHIN) {
            throw new UnreadableException(Failure.MISNAMED, "not a PDF: " + file.appearance());
        }
        byte[] bytes = file.bytes((int) file.size());
        UnfoldedSize.check(bytes, limits.unfolded());
        try (PDDocument document = Loader.loadPDF(
                new InterruptibleBytes(bytes), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            return read(document, limits);
        } catch (InvalidPasswordException e) {
            throw new UnreadableException(Failure.ENCRYPTED, "the PDF opens only with a password");
        }
    }

    private static Extraction read(PDDocument document, Limits limits) throws IOException {
        int pages = Math.min(document.getNumberOfPages(), limits.pages());
        if (pages == 0) {
            throw new UnreadableException(Failure.CORRUPT, "the PDF has no pages");
        }
        String raw = new PdfPages(limits).getText(document);
        DocumentText read = DocumentText.of(raw, limits.characters());
        String text = read.text();
        boolean sparse = DocumentText.visible(text) < (long) pages * SPARSE_PAGE;
        boolean cut = read.isCut() || document.getNumberOfPages() > pages || raw.length() >= limits.characters();
        return (sparse ? Extraction.lowDensity(text) : Extraction.text(text)).cutIf(cut);
    }
}
