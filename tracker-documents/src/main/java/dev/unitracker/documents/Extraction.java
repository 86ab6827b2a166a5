package dev.unitracker.documents;

import dev.unitracker.document.Document;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What could be read of a file.
 *
 * @param status whether there is text, and why not
 * @param document the text with its structure; empty unless the status is {@link Status#TEXT} or
 *     {@link Status#LOW_DENSITY}. HTML has its headings, lists and tables; PDF, DOCX and plain text have lines, and pages if
 *     there is more than one.
 * @param failure what prevented the reading; null unless the status is {@link Status#FAILED}
 * @param detail the failure in words, without anything of the file's content; empty unless the status is
 *     {@link Status#FAILED}
 * @param cut whether the file says more than the {@linkplain Limits limits} let be read
 */
public record Extraction(
        Status status, Document document, @Nullable Failure failure, String detail, boolean cut) {

    /** Whether a file gave text. */
    public enum Status {
        /** The text of the file, perhaps empty. */
        TEXT,
        /** A kind of file that has no text or is not read: a picture, an archive, a video, anything unknown. */
        NO_TEXT,
        /** A document of pages that show hardly any text, such as a scan. */
        LOW_DENSITY,
        /** The file should have text, and it could not be read. */
        FAILED
    }

    /** Why a file could not be read. */
    public enum Failure {
        /** The file, or what unfolds from it, is larger than what is read. */
        TOO_BIG,
        /** Reading took longer than allowed. */
        TOO_SLOW,
        /** The file opens only with a password. */
        ENCRYPTED,
        /** The content is not of the kind that the name claims, for example an error page instead of a PDF. */
        MISNAMED,
        /** The file is damaged, or made to do damage. */
        CORRUPT
    }

    public Extraction {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(detail, "detail");
        if ((status == Status.FAILED) != (failure != null)) {
            throw new IllegalArgumentException("a failure belongs to FAILED and only to it: " + status);
        }
    }

    /** Returns the plain text. A form feed separates two pages, so that the number of those before a quote tells its page. */
    public String text() {
        return document.text();
    }

    /** Returns the same, which is cut if something more was not read. */
    Extraction cutIf(boolean more) {
        return new Extraction(status, document, failure, detail, cut || more);
    }

    static Extraction text(String text) {
        return document(Document.ofText(text));
    }

    static Extraction document(Document document) {
        return new Extraction(Status.TEXT, document, null, "", false);
    }

    static Extraction noText() {
        return new Extraction(Status.NO_TEXT, Document.empty(), null, "", false);
    }

    static Extraction lowDensity(String text) {
        return new Extraction(Status.LOW_DENSITY, Document.ofText(text), null, "", false);
    }

    static Extraction failed(Failure failure, String detail) {
        return new Extraction(Status.FAILED, Document.empty(), failure, detail, false);
    }
}
