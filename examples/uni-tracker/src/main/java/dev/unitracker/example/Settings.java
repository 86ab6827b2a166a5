package dev.unitracker.example;

import ch.qos.logback.classic.Level;
import dev.unitracker.error.SettingsException;
import dev.unitracker.example.worker.Tempo;
import dev.unitracker.notice.QuietHours;
import dev.unitracker.words.Language;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private static final long LEAST = 5;
    private static final long MOST = 360;

    private final Map<String, String> values;

    /** What stands in the file. */
    private final Map<String, String> written;

    private final Path folder;

    private Settings(Map<String, String> values, Map<String, String> written, Path folder) {
        this.values = values;
        this.written = written;
        this.folder = folder;
    }

    /**
     * Reads the settings.
     *
     * @param folder where {@code .env} may lie
     * @throws SettingsException if the file cannot be read
     */
    static Settings read(Map<String, String> environment, Path folder) {
        Map<String, String> written = new EnvironmentFile(folder.resolve(".env")).read();
        Map<String, String> values = new HashMap<>(written);
        // A blank variable is as good as none: what the file says then counts.
        environment.forEach((name, value) -> {
            if (!value.isBlank() && !name.equals(DesktopLanguage.VARIABLE)) {
                values.put(name, value);
            }
        });
        DesktopLanguage.settle(values, environment);
        return new Settings(values, written, folder);
    }

    /**
     * Returns the settings of an account: its own, and for what it says nothing of these, but for what is of one account only.
     *
     * @param own what the account says, by its names
     */
    Settings of(Map<String, String> own) {
        Map<String, String> all = new HashMap<>(values);
        all.keySet()
                .removeIf(name ->
                        Setting.find(name).filter(Setting::ofOneAccountOnly).isPresent());
        // A bot or a mail server that many accounts share tells those of them that say whom.
        if (!own.containsKey(Chats.CHATS)) {
            all.remove(Chats.TOKEN);
        }
        if (!own.containsKey(Mail.TO)) {
            all.remove(Mail.SERVER);
            all.remove(Mail.FROM);
        }
        all.putAll(own);
        return new Settings(all, own, folder);
    }

    /** Returns where a setting that is set comes from, in words. */
    String origin(String name) {
        return Objects.equals(values.get(name), written.get(name)) ? ".env" : "environment";
    }

    /** Returns the names in the file that are no settings of this program, ordered. */
    List<String> unknown() {
        return written.keySet().stream()
                .filter(name -> Setting.find(name).isEmpty())
                .sorted()
                .toList();
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

    /**
     * Returns how often it is looked: as often as the shortest {@code SYNC_…_INTERVAL_MINUTES} by day, and within two bounds.
     *
     * @throws SettingsException if one of them cannot be right
     */
    Tempo tempo() {
        Duration least = Duration.ofMinutes(Math.max(1, number("SYNC_LEAST_INTERVAL_MINUTES", LEAST)));
        Duration most = Duration.ofMinutes(Math.max(1, number("SYNC_MOST_INTERVAL_MINUTES", MOST)));
        if (most.compareTo(least) < 0) {
            throw new SettingsException("SYNC_MOST_INTERVAL_MINUTES must be no less than SYNC_LEAST_INTERVAL_MINUTES");
        }
        return new Tempo(Intervals.shortest(this).time(), least, most);
    }

    /** Returns a whole number within bounds. */
    long number(String name, long otherwise, long least, long most) {
        long number = number(name, otherwise);
        if (number < least || number > most) {
            throw new SettingsException(name + " must be " + least + " to " + most + ", not " + number);
        }
        return number;
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

    /** Returns the file of further accounts, which need not be there. */
    Path accountsFile() {
        return folder.resolve(get("ACCOUNTS_FILE").orElse("accounts.yaml"));
    }

    /** Returns the folder where answers are kept unless they are kept in a bucket. */
    Path raw() {
        return get("RAW_STORAGE_PATH").map(folder::resolve).orElseGet(() -> data().resolve("raw"));
    }
}
