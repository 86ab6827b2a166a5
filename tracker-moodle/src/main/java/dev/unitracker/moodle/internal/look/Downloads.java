package dev.unitracker.moodle.internal.look;

import dev.unitracker.document.Document;
import dev.unitracker.documents.Extraction;
import dev.unitracker.moodle.internal.answers.FileSightings;
import dev.unitracker.moodle.internal.answers.RemoteFile;
import dev.unitracker.moodle.internal.client.Downloaded;
import dev.unitracker.moodle.internal.client.FileTerms;
import dev.unitracker.moodle.internal.client.MoodleError;
import dev.unitracker.moodle.internal.text.HtmlText;
import dev.unitracker.run.Missed;
import dev.unitracker.run.Missed.Code;
import dev.unitracker.spi.Sighting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Downloads files, keeps them as artifacts and reads their text. */
final class Downloads {

    private static final String HTML = "text/html";

    private final Reading reading;
    private final FileLimits limits;

    Downloads(Reading reading, FileLimits limits) {
        this.reading = reading;
        this.limits = limits;
    }

    /** What a file says, the hash of its bytes, and what of it was not read; no hash for one that was not downloaded. */
    record Read(Sighting sighting, @Nullable String artifact, Optional<Missed> missed) {}

    Read file(String key, String course, RemoteFile file) {
        if (file.size() > limits.largest()) {
            return new Read(FileSightings.tooLarge(key, course, file), null, tooLarge(file));
        }
        String type = file.mediaType().isEmpty() ? "application/octet-stream" : file.mediaType();
        return withDownloaded(file, new FileTerms(type, limits.largest(), file.size(), false), (path, hash) -> {
            Extraction extraction = HtmlText.files().read(path, file.name(), file.mediaType());
            Sighting read = FileSightings.read(key, course, file, extraction, hash);
            return new Read(read, hash, extraction.cut() ? Optional.of(cut(file)) : tooBig(file, extraction));
        });
    }

    /** A film that is too large would not say anything either. */
    private Optional<Missed> tooLarge(RemoteFile file) {
        return file.mayHaveText()
                ? Optional.of(missed(
                        Code.TOO_LARGE,
                        file,
                        "has " + file.size() + " bytes, and up to " + limits.largest() + " are read"))
                : Optional.empty();
    }

    private static Optional<Missed> tooBig(RemoteFile file, Extraction extraction) {
        return extraction.failure() == Extraction.Failure.TOO_BIG
                ? Optional.of(missed(Code.TOO_LARGE, file, extraction.detail()))
                : Optional.empty();
    }

    private static Missed cut(RemoteFile file) {
        return missed(Code.CUT, file, "is longer than what is read of one; the rest is left out");
    }

    private static Missed missed(Code code, RemoteFile file, String detail) {
        return new Missed(code, "file " + file.name(), detail, file.name());
    }

    /** Reads pages that together are one text, in their order. */
    Read pages(String key, String course, List<RemoteFile> pages, String version) {
        List<Document> texts = new ArrayList<>();
        List<Missed> cut = new ArrayList<>();
        String hash = null;
        for (RemoteFile page : pages) {
            Read read = withDownloaded(page, new FileTerms(HTML, limits.largest(), page.size(), true), (path, kept) -> {
                Extraction extraction = HtmlText.files().read(path, "index.html", HTML);
                return new Read(
                        Sighting.about(key).document(extraction.document()).build(),
                        kept,
                        extraction.cut() ? Optional.of(cut(page)) : Optional.empty());
            });
            read.missed().ifPresent(cut::add);
            read.sighting().document().ifPresent(texts::add);
            hash = read.artifact();
        }
        Sighting whole = Sighting.about(key)
                .rank(Sighting.FIRST - 1)
                .course(course)
                .document(Document.joined(texts))
                .memo(FileSightings.VERSION, version)
                .textDate(pages.get(0).modified())
                .build();
        return new Read(whole, hash, cut.stream().findFirst());
    }

    private interface Use {
        Read of(Path path, String artifact) throws IOException;
    }

    private Read withDownloaded(RemoteFile file, FileTerms terms, Use use) {
        try {
            Path path = Files.createTempFile("unitracker", ".download");
            try {
                return use.of(path, download(file, path, terms));
            } finally {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new UnreadFileException("cannot be written to the temporary folder; is the disk full?", e);
        }
    }

    private String download(RemoteFile file, Path path, FileTerms terms) {
        Downloaded downloaded = reading.asking().download(link(file), path, terms);
        MoodleError error = downloaded.error();
        if (error != null && error.outOfOrder()) {
            throw new SiteOutOfOrderException(error.toString());
        }
        if (error != null) {
            throw new UnreadFileException(error.toString());
        }
        return Objects.requireNonNull(downloaded.artifact(), "a file that was saved is kept");
    }

    /** The same file has a link for browsers, which wants a login, and one for web services. */
    private static String link(RemoteFile file) {
        String link = file.link();
        return link.contains("/webservice/pluginfile.php/")
                ? link
                : link.replaceFirst("/pluginfile\\.php/", "/webservice/pluginfile.php/");
    }
}
