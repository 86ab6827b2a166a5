package dev.unitracker.documents;

import dev.unitracker.documents.Extraction.Failure;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the text of files: PDF, DOCX, HTML, and plain text of any kind. Immutable and safe for use by several threads.
 *
 * <p>The content decides what a file is, then the end of its name, then the media type. Nothing that a file refers to is
 * opened. Each file is read in a daemon thread of its own. When the time is over, that thread is interrupted and left alone;
 * it may go on for a while.
 */
public final class DocumentReader {
    private static final Logger log = LoggerFactory.getLogger("unitracker.documents");
    private static final DocumentReader STANDARD = new DocumentReader(HtmlReader.standard(), Limits.STANDARD);

    private final HtmlReader html;
    private final Limits limits;
    private final List<TextFormat> formats;

    private DocumentReader(HtmlReader html, Limits limits) {
        this.html = Objects.requireNonNull(html, "html");
        this.limits = Objects.requireNonNull(limits, "limits");
        // The order matters only for content that more than one recognises. A new format is one more entry.
        this.formats = List.of(new PdfFormat(), new DocxFormat(), new HtmlFormat(html), new PlainFormat());
    }

    /** Returns a reader with the {@linkplain Limits#STANDARD usual limits} that reads HTML of pages in general. */
    public static DocumentReader standard() {
        return STANDARD;
    }

    /** Returns a reader that reads HTML in another way. Default: {@link HtmlReader#standard()}. */
    public DocumentReader html(HtmlReader otherHtml) {
        return new DocumentReader(otherHtml, limits);
    }

    /** Returns a reader with other limits. Default: {@link Limits#STANDARD}. */
    public DocumentReader within(Limits otherLimits) {
        return new DocumentReader(html, otherLimits);
    }

    /**
     * Returns the text of a file, with its structure as far as the kind of file tells it. The text is in Unicode form NFC, with
     * {@code \n} between lines, no trailing blanks, at most one empty line in a row, and a form feed between pages. Text and
     * pages beyond the {@linkplain Limits limits} are cut.
     *
     * @param file where the file lies
     * @param fileName the name that it has where it comes from; its ending counts if the content tells nothing
     * @param mediaType the media type that its source states; null if none
     * @return the text, or why there is none; any content gives an answer, never an exception
     * @throws UncheckedIOException if the file cannot be opened, or the thread is interrupted
     */
    public Extraction read(Path file, String fileName, @Nullable String mediaType) {
        try {
            SourceFile source = SourceFile.open(file, fileName, mediaType);
            return TimeLimit.within(limits.time(), () -> read(source));
        } catch (TimeoutException e) {
            return Extraction.failed(
                    Failure.TOO_SLOW,
                    "reading took longer than " + limits.time().toSeconds() + " s");
        } catch (ExecutionException e) {
            return failure(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("interrupted while reading the text of a file"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the file that was to be read", e);
        }
    }

    /**
     * Returns the text of a file that is in memory, as {@link #read(Path, String, String)} does.
     *
     * @throws UncheckedIOException if the temporary folder cannot be written to, or the thread is interrupted
     */
    public Extraction read(byte[] content, String fileName, @Nullable String mediaType) {
        try {
            Path file = Files.createTempFile("unitracker", ".document");
            try {
                return read(Files.write(file, content), fileName, mediaType);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to the temporary folder; is the disk full?", e);
        }
    }

    private Extraction read(SourceFile file) throws IOException {
        Optional<TextFormat> format = format(file);
        if (format.isEmpty()) {
            return Extraction.noText();
        }
        if (file.size() > limits.bytes()) {
            throw new UnreadableException(Failure.TOO_BIG, "the file has " + file.size() + " bytes");
        }
        return format.get().read(file, limits);
    }

    private Optional<TextFormat> format(SourceFile file) throws IOException {
        for (TextFormat format : formats) {
            if (format.recognises(file)) {
                return Optional.of(format);
            }
        }
        return first(format -> format.extensions().contains(file.extension()))
                .or(() -> first(format -> format.hasMimeType(file.mimeType())));
    }

    private Optional<TextFormat> first(Predicate<TextFormat> claimed) {
        return formats.stream().filter(claimed).findFirst();
    }

    private static Extraction failure(Throwable thrown) {
        log.debug("a file's text could not be read", thrown);
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableException known) {
                return Extraction.failed(known.failure(), String.valueOf(known.getMessage()));
            }
        }
        if (thrown instanceof OutOfMemoryError) {
            return Extraction.failed(Failure.TOO_BIG, "reading needs too much memory");
        }
        if (thrown instanceof Error error && !(thrown instanceof StackOverflowError)) {
            throw error;
        }
        return Extraction.failed(Failure.CORRUPT, "the file is damaged");
    }
}
