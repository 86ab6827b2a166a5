package dev.unitracker.example;

import ch.qos.logback.classic.Level;
import dev.unitracker.SettingsException;
import dev.unitracker.notice.QuietHours;
import dev.unitracker.words.Language;
import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvEntry;
import io.github.cdimascio.dotenv.DotenvException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of the application: environment variables, and a file {@code .env} in the working folder for what the
 * environment does not say. A wrong one is named before anything starts.
 */
final class Settings {

    private static final long STALE_HOURS = 6;

    private final Map<String, String> values;

    private final Path folder;

    private Settings(Map<String, String> values, Path folder) {
        this.values = values;
        this.folder = folder;
    }

    /**
     * Reads the settings.
     *
     * @param folder where {@code .env} may lie
     * @throws SettingsException if the file cannot be read
     */
    static Settings read(Map<String, String> environment, Path folder) {
        Map<String, String> values = new HashMap<>();
        if (Files.exists(folder.resolve(".env"))) {
            try {
                Dotenv.configure()
                        // The empty path, which stands for the working folder, is taken there for the root.
                        .directory(folder.toAbsolutePath().toString())
                        .load()
                        .entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)
                        .forEach((DotenvEntry entry) -> values.put(entry.getKey(), entry.getValue()));
            } catch (DotenvException e) {
                // The line that it quotes may hold a secret.
                throw new SettingsException(".env has a line that does not read NAME=value");
            }
        }
        // A blank variable is as good as none: what the file says then counts.
        environment.forEach((name, value) -> {
            if (!value.isBlank()) {
                values.put(name, value);
            }
        });
        return new Settings(values, folder);
    }

    /** Returns a setting; empty if it is missing or blank. */
    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    String required(String name, String example) {
        return get(name)
                .orElseThrow(() -> new SettingsException(
                        name + " is missing; set it in the environment or in .env, like " + example));
    }

    /** Returns a whole number, at least 0. */
    long number(String name, long otherwise) {
        String text = get(name).orElse(Long.toString(otherwise));
        if (!text.matches("\\d{1,15}")) {
            throw new SettingsException(name + " must be a whole number, not '" + text + "'");
        }
        return Long.parseLong(text);
    }

    /** Returns after how long without a look that read something it is told. */
    Duration staleAfter() {
        return Duration.ofHours(Math.max(1, number("STALE_SYNC_THRESHOLD_HOURS", STALE_HOURS)));
    }

    ZoneId zone() {
        String name = get("TIME_ZONE").orElse("America/Argentina/Buenos_Aires");
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new SettingsException("TIME_ZONE must be a zone like Europe/Madrid, not '" + name + "'", e);
        }
    }

    /** Returns the language of messages. */
    Language language() {
        try {
            return Language.of(get("LANGUAGE").orElse("es"));
        } catch (IllegalArgumentException e) {
            throw new SettingsException("LANGUAGE: " + e.getMessage(), e);
        }
    }

    /** Returns when nobody is disturbed; never, if it is not set. */
    QuietHours quietHours(ZoneId zone) {
        try {
            return get("QUIET_HOURS").map(text -> QuietHours.parse(text, zone)).orElseGet(() -> QuietHours.none(zone));
        } catch (IllegalArgumentException e) {
            throw new SettingsException("QUIET_HOURS: " + e.getMessage(), e);
        }
    }

    Level logLevel() {
        String name = get("LOG_LEVEL").orElse("WARN");
        Level level = Level.toLevel(name, null);
        if (level == null) {
            throw new SettingsException("LOG_LEVEL must be DEBUG, INFO, WARN, ERROR or OFF, not '" + name + "'");
        }
        return level;
    }

    /** Returns where the application keeps its files. */
    Path data() {
        return folder.resolve(get("DATA_PATH").orElse("data"));
    }

    /** Returns the folder where answers are kept unless they are kept in a bucket. */
    Path raw() {
        return get("RAW_STORAGE_PATH").map(folder::resolve).orElseGet(() -> data().resolve("raw"));
    }
}
