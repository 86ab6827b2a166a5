package dev.unitracker.example;

import dev.unitracker.error.SettingsException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of settings, like {@code .env}. Where one is changed, everything else stays as it is, byte by byte. */
final class EnvironmentFile {

    /** Each byte is a character of this, so that no byte is lost whatever the file is written in. */
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    private final Path file;

    EnvironmentFile(Path file) {
        this.file = file;
    }

    /**
     * Returns the settings by their names; none if there is no file.
     *
     * @throws SettingsException if it cannot be read
     */
    Map<String, String> read() {
        if (Files.notExists(file)) {
            return Map.of();
        }
        try {
            return EnvironmentText.read(Files.readString(file, StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            throw new SettingsException(".env is not written in UTF-8; save it again, as UTF-8", e);
        } catch (IOException e) {
            throw new SettingsException(".env cannot be read; is it a file that you may read?", e);
        }
    }

    /** Changes a setting where it stands, or adds it at the end. The file is as before or as after, never half written. */
    void set(String name, String value) throws IOException {
        // A link stays a link.
        Path real = file.toRealPath();
        String text = changed(Files.readString(real, BYTES), name, name + "=" + value);
        Path draft = Files.createTempFile(real.getParent(), ".env", ".tmp");
        try {
            Files.writeString(draft, text, BYTES);
            giveSameRights(real, draft);
            Files.move(draft, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static String changed(String text, String name, String line) {
        // Only \n ends a line: other ends of lines may be parts of letters here.
        Matcher lines = Pattern.compile("(?md)^[ \\t]*(export[ \\t]+)?" + Pattern.quote(name) + "[ \\t]*=[^\\r\\n]*")
                .matcher(text);
        if (lines.find()) {
            return lines.replaceAll("$1" + Matcher.quoteReplacement(line));
        }
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        return text + (text.isEmpty() || text.endsWith("\n") ? "" : end) + line + end;
    }

    /** Where secrets are, nobody else may read it after than before. */
    private static void giveSameRights(Path from, Path to) throws IOException {
        PosixFileAttributeView rights = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (rights != null) {
            rights.setPermissions(Files.getPosixFilePermissions(from));
            rights.setOwner(Files.getOwner(from));
        }
    }
}
