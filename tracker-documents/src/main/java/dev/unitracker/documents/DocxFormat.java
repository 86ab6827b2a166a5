package dev.unitracker.documents;

import dev.unitracker.documents.Extraction.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;

/** Word documents since 2007. Only the document itself is read, not its headers, footers and notes. */
final class DocxFormat implements TextFormat {
    private static final String ZIP = "PK\u0003\u0004";
    private static final String OLE = "\u00D0\u00CF\u0011\u00E0";
    private static final String USUAL_BODY = "word/document.xml";
    private static final int SPARSE = 30;

    @Override
    public boolean recognises(SourceFile file) throws IOException {
        if (!file.head().startsWith(ZIP)) {
            return false;
        }
        try (ZipParts parts = new ZipParts(file.path(), 0)) {
            return parts.has(USUAL_BODY);
        } catch (ZipException e) {
            return false;
        }
    }

    @Override
    public Set<String> extensions() {
        return Set.of("docm", "docx", "dotx");
    }

    @Override
    public boolean hasMimeType(String mimeType) {
        return mimeType.startsWith("application/vnd.openxmlformats-officedocument.wordprocessingml.");
    }

    @Override
    public Extraction read(SourceFile file, Limits limits) throws IOException {
        if (file.head().startsWith(OLE)) {
            throw new UnreadableException(Failure.ENCRYPTED, "encrypted, or a Word document of the old kind");
        }
        if (!file.head().startsWith(ZIP)) {
            throw new UnreadableException(Failure.MISNAMED, "not a Word document: " + file.appearance());
        }
        try (ZipParts parts = new ZipParts(file.path(), limits.unfolded())) {
            return read(parts, limits);
        } catch (XMLStreamException e) {
            // The parser keeps what stopped the reading of its input only here.
            Throwable cause = e.getNestedException() == null ? e : e.getNestedException();
            throw new IOException("the XML of a Word document cannot be read", cause);
        }
    }

    private static Extraction read(ZipParts parts, Limits limits) throws IOException, XMLStreamException {
        try (InputStream body = parts.open(body(parts))) {
            String raw = DocxBody.read(body, limits);
            DocumentText read = DocumentText.of(raw, limits.characters());
            String text = read.text();
            boolean scanned = DocumentText.visible(text) < SPARSE && parts.hasFolder("word/media");
            return (scanned ? Extraction.lowDensity(text) : Extraction.text(text))
                    .cutIf(read.isCut() || raw.length() >= limits.characters());
        }
    }

    private static String body(ZipParts parts) throws IOException, XMLStreamException {
        if (parts.has(USUAL_BODY)) {
            return USUAL_BODY;
        }
        try (InputStream relations = parts.open("_rels/.rels")) {
            return DocxBody.name(relations);
        }
    }
}
