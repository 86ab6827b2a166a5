package dev.unitracker.moodle.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.moodle.internal.client.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that Moodle lists.
 *
 * @param path its folder within the activity, with a slash at both ends
 * @param name its name
 * @param mediaType as Moodle says; empty if it does not
 * @param size in bytes; 0 for what Moodle makes when it is asked
 * @param modified when it was last changed; null if unknown
 * @param link where it can be downloaded
 * @param elsewhere whether it lies on another site
 */
public record RemoteFile(
        String path,
        String name,
        String mediaType,
        long size,
        @Nullable Instant modified,
        String link,
        boolean elsewhere) {

    static RemoteFile of(JsonNode file) {
        String path = Json.text(file, "filepath");
        return new RemoteFile(
                path.isEmpty() ? "/" : path,
                Json.text(file, "filename"),
                Json.text(file, "mimetype"),
                Json.number(file, "filesize"),
                Json.age(file, "timemodified"),
                Json.text(file, "fileurl"),
                Json.flag(file, "isexternalfile"));
    }

    /** Returns what moves when the file does: asking again for the same says nothing new. */
    public String version() {
        return size + " " + (modified == null ? "-" : modified.getEpochSecond());
    }

    /** Tells whether it may say something in words, by its name and what Moodle says of it. */
    public boolean mayHaveText() {
        return !isImage()
                && !mediaType.matches(
                        "(?:video|audio)/.*|application/(?:zip|x-tar|gzip|x-gzip|x-7z-compressed|vnd\\.rar|x-rar)")
                && !name.matches("(?i)^.*\\.(mp[34]|m4[av]|mov|avi|mkv|webm|wav|ogg|zip|gz|tgz|7z|rar|iso|exe)");
    }

    boolean isImage() {
        return mediaType.startsWith("image/") || name.matches("(?i)^.*\\.(png|jpe?g|gif|svg|webp|bmp)");
    }
}
