package dev.unitracker.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file to be read, with what can be known of it at a glance.
 *
 * @param path where it lies
 * @param extension the end of its name in lower case, without the dot; empty if it has none
 * @param mimeType what the source calls it, in lower case, without parameters; empty if unknown
 * @param size its length in bytes
 * @param head its first bytes, each as one character
 */
record SourceFile(Path path, String extension, String mimeType, long size, String head) {
    private static final int HEAD = 8192;

    static SourceFile open(Path path, String fileName, @Nullable String mimeType) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
            return new SourceFile(path, extension(fileName), mimeType(mimeType), Files.size(path), head);
        }
    }

    /** Returns what the content looks like, for a message. */
    String appearance() {
        String start = head.strip();
        if (start.isEmpty()) {
            return "it is empty";
        }
        return switch (start.charAt(0)) {
            case '<' -> "it looks like HTML or XML";
            case '{', '[' -> "it looks like JSON";
            default -> "it is something else";
        };
    }

    /** Returns the beginning of the file, cut to a number of bytes. */
    byte[] bytes(int limit) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(limit);
        }
    }

    private static String extension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
    }

    private static String mimeType(@Nullable String mimeType) {
        if (mimeType == null) {
            return "";
        }
        int parameters = mimeType.indexOf(';');
        String type = parameters < 0 ? mimeType : mimeType.substring(0, parameters);
        return type.strip().toLowerCase(Locale.ROOT);
    }
}
