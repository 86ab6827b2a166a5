package dev.unitracker.moodle.internal.look;

import dev.unitracker.documents.Extraction;
import dev.unitracker.model.Field;
import dev.unitracker.moodle.internal.answers.FileSightings;
import dev.unitracker.moodle.internal.answers.RemoteFile;
import dev.unitracker.moodle.internal.client.MoodleError;
import dev.unitracker.moodle.internal.client.SiteAnswers;
import dev.unitracker.moodle.internal.text.HtmlText;
import dev.unitracker.spi.Sighting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    /** What a file says, and the hash of its bytes; no hash for one that was not downloaded. */
    record Read(Sighting sighting, @Nullable String artifact) {}

    Read file(String key, String course, RemoteFile file) {
        if (file.size() > limits.largest()) {
            return new Read(FileSightings.tooLarge(key, course, file), null);
        }
        return withDownloaded(file, path -> {
            String hash = keep(file, path, file.mediaType());
            Extraction extraction = HtmlText.files().read(path, file.name(), file.mediaType());
            return new Read(FileSightings.read(key, course, file, extraction, hash), hash);
        });
    }

    /** Reads pages that together are one text, in their order. */
    Read pages(String key, String course, List<RemoteFile> pages, String version) {
        List<String> texts = new ArrayList<>();
        String hash = null;
        for (RemoteFile page : pages) {
            Read read = withDownloaded(page, path -> {
                refuseLoginPage(path);
                String kept = keep(page, path, HTML);
                String text = HtmlText.files().read(path, "index.html", HTML).text();
                return new Read(Sighting.about(key).body(text).build(), kept);
            });
            texts.add(read.sighting().stated(Field.BODY).orElse(""));
            hash = read.artifact();
        }
        Sighting whole = Sighting.about(key)
                .rank(Sighting.FIRST - 1)
                .course(course)
                .body(String.join("\n", texts))
                .memo(FileSightings.VERSION, version)
                .textDate(pages.get(0).modified())
                .build();
        return new Read(whole, hash);
    }

    /** The size of what Moodle makes when it is asked is not known before, so a page in its place has to be told by its looks. */
    private static void refuseLoginPage(Path path) throws IOException {
        String html = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        boolean whole = html.stripLeading().regionMatches(true, 0, "<!doctype html", 0, 14);
        if (whole && html.contains("/login/index.php")) {
            throw new UnreadFileException("the site sent a login page in its place");
        }
    }

    private interface Use {
        Read of(Path path) throws IOException;
    }

    private Read withDownloaded(RemoteFile file, Use use) {
        try {
            Path path = Files.createTempFile("unitracker", ".download");
            try {
                download(file, path);
                return use.of(path);
            } finally {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new UnreadFileException("cannot be written to the temporary folder; is the disk full?", e);
        }
    }

    private void download(RemoteFile file, Path path) throws IOException {
        Optional<MoodleError> error = reading.asking().download(link(file), path, limits.largest());
        if (error.isPresent()) {
            throw new UnreadFileException(error.get().toString());
        }
        long size = Files.size(path);
        // Moodle tells 0 for what it makes when it is asked.
        if (file.size() > 0 && size != file.size()) {
            throw new UnreadFileException("came with " + size + " bytes instead of " + file.size());
        }
    }

    /** The same file has a link for browsers, which wants a login, and one for web services. */
    private static String link(RemoteFile file) {
        String link = file.link();
        return link.contains("/webservice/pluginfile.php/")
                ? link
                : link.replaceFirst("/pluginfile\\.php/", "/webservice/pluginfile.php/");
    }

    private String keep(RemoteFile file, Path path, String mediaType) throws IOException {
        String type = mediaType.isEmpty() ? "application/octet-stream" : mediaType;
        return reading.look().keep(SiteAnswers.requestOf(link(file)), type, Files.readAllBytes(path));
    }
}
