package dev.unitracker.example;

import ch.qos.logback.classic.Level;
import dev.unitracker.error.SettingsException;
import dev.unitracker.notice.QuietHours;
import dev.unitracker.words.Language;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The settings of the application: environment variables, and a file {@code .env} in the working folder for what the
 * environment does not say. A wrong one is named before anything starts.
 */
final class Settings {

    /** The setting of the student's zone. */
    static final String ZONE = "TIME_ZONE";

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
        Map<String, String> values = new HashMap<>(new EnvironmentFile(folder.resolve(".env")).read());
        // A blank variable is as good as none: what the file says then counts.
        environment.forEach((name, value) -> {
            if (!value.isBlank() && !name.equals(DesktopLanguage.VARIABLE)) {
                values.put(name, value);
            }
        });
        DesktopLanguage.settle(values, environment);
        return new Settings(values, folder);
    }

    /** Returns a setting; empty if it is missing or blank. */
    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /**
     * Uses a setting.
     *
     * @param name what is said if it cannot be used
     * @throws SettingsException if it cannot be right
     */
    static <T> T named(String name, Supplier<T> use) {
        try {
            return use.get();
        } catch (SettingsException | IllegalArgumentException e) {
            throw new SettingsException(name + ": " + e.getMessage(), e);
        }
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
        String name = get(ZONE).orElse("America/Argentina/Buenos_Aires");
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new SettingsException(ZONE + " must be a zone like Europe/Madrid, not '" + name + "'", e);
        }
    }

    /** Returns the language of messages. */
    Language language() {
        return named(
                DesktopLanguage.VARIABLE,
                () -> DesktopLanguage.named(get(DesktopLanguage.VARIABLE).orElse("es")));
    }

    /** Returns when nobody is disturbed; never, if it is not set. */
    QuietHours quietHours(ZoneId zone) {
        return named(
                "QUIET_HOURS",
                () -> get("QUIET_HOURS")
                        .map(text -> QuietHours.parse(text, zone))
                        .orElseGet(() -> QuietHours.none(zone)));
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
