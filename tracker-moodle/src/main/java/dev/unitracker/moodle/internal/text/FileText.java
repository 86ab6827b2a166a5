package dev.unitracker.moodle.internal.text;

import dev.unitracker.moodle.internal.text.Extraction.Failure;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the text of a course's files. */
public final class FileText {
    private static final Logger log = LoggerFactory.getLogger("unitracker.moodle.text");

    // The order matters only for content that more than one recognises. A new format is one more line.
    private static final List<TextFormat> FORMATS =
            List.of(new PdfFormat(), new DocxFormat(), new HtmlFormat(), new PlainFormat());

    private FileText() {}

    /**
     * Returns the text of a file: PDF, DOCX, HTML, or plain text of any kind.
     *
     * <p>The content decides, then the end of the name, then the media type. The text is in Unicode form NFC with
     * {@code \n} between lines, no trailing blanks, at most one empty line in a row, pages separated by a form feed.
     * Reading stops at 50 MB, 500 pages, five million characters and 20 seconds, so that a hostile file costs no more
     * than its own text. Nothing a file refers to is ever opened.
     *
     * @param file where the file lies
     * @param fileName the name it has in Moodle
     * @param mimeType the media type that Moodle states, null if none
     * @return the text, or why there is none; any content gives an answer, never an exception
     * @throws UncheckedIOException if the file cannot be opened, or the thread is interrupted
     */
    public static Extraction of(Path file, String fileName, @Nullable String mimeType) {
        return of(file, fileName, mimeType, Limits.DEFAULT);
    }

    static Extraction of(Path file, String fileName, @Nullable String mimeType, Limits limits) {
        try {
            SourceFile source = SourceFile.open(file, fileName, mimeType);
            return TimeLimit.within(limits.time(), () -> read(source, limits));
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
            throw new UncheckedIOException("cannot open a downloaded file", e);
        }
    }

    private static Extraction read(SourceFile file, Limits limits) throws IOException {
        Optional<TextFormat> format = format(file);
        if (format.isEmpty()) {
            return Extraction.noText();
        }
        if (file.size() > limits.bytes()) {
            throw new UnreadableException(Failure.TOO_BIG, "the file has " + file.size() + " bytes");
        }
        return format.get().read(file, limits);
    }

    private static Optional<TextFormat> format(SourceFile file) throws IOException {
        for (TextFormat format : FORMATS) {
            if (format.recognises(file)) {
                return Optional.of(format);
            }
        }
        return first(format -> format.extensions().contains(file.extension()))
                .or(() -> first(format -> format.hasMimeType(file.mimeType())));
    }

    private static Optional<TextFormat> first(Predicate<TextFormat> claimed) {
        return FORMATS.stream().filter(claimed).findFirst();
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
