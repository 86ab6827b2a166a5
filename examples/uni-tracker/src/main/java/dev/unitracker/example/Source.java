package dev.unitracker.example;

import dev.unitracker.error.SettingsException;
import dev.unitracker.moodle.Moodle;
import dev.unitracker.moodle.MoodleCalendar;
import dev.unitracker.spi.Collector;
import java.net.URI;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What the settings say of the site.
 *
 * @param host its host and path, which name the account unless the settings do
 * @param collector what reads it
 */
record Source(String host, Collector collector) {

    private static final String ADDRESS = "MOODLE_BASE_URL";
    private static final String EXPORT = "MOODLE_ICS_URL";
    private static final String TOKEN = "MOODLE_TOKEN";
    private static final long LARGEST_FILE = 50L * 1024 * 1024;
    private static final int FILES = 500;

    /**
     * Returns the web service where an address is set, else the calendar's export.
     *
     * @throws SettingsException if something is missing or wrong
     */
    static Source of(Settings settings) {
        return of(settings, false);
    }

    /**
     * Returns the same.
     *
     * @param tryPassword whether a password that the site refused is tried at once, instead of when its time has come
     * @throws SettingsException if something is missing or wrong
     */
    static Source of(Settings settings, boolean tryPassword) {
        Optional<String> export = settings.get(EXPORT);
        if (export.isPresent() && settings.get(ADDRESS).isEmpty()) {
            return Settings.named(EXPORT, () -> calendar(export.get(), settings.zone()));
        }
        String site = settings.required(ADDRESS, "https://campus.example.edu");
        Moodle moodle = webService(site, settings);
        return new Source(host(site), (tryPassword ? moodle.tryRefusedPassword() : moodle).build());
    }

    private static Source calendar(String export, ZoneId zone) {
        Collector calendar = MoodleCalendar.at(export, zone).build();
        return new Source(host(export.replaceFirst("/calendar/.*", "")), calendar);
    }

    private static Moodle webService(String site, Settings settings) {
        Moodle moodle = Settings.named(ADDRESS, () -> Moodle.at(site))
                .service(settings.get("MOODLE_SERVICE").orElse("moodle_mobile_app"));
        Optional<String> token = settings.get(TOKEN);
        Optional<String> user = settings.get("MOODLE_USERNAME");
        Optional<String> password = settings.get("MOODLE_PASSWORD");
        if (token.isEmpty() && (user.isEmpty() || password.isEmpty())) {
            throw new SettingsException(TOKEN + " is missing, or MOODLE_USERNAME and MOODLE_PASSWORD;"
                    + " set them in the environment or in .env");
        }
        token.ifPresent(text -> Settings.named(TOKEN, () -> moodle.token(text)));
        if (user.isPresent() && password.isPresent()) {
            moodle.login(user.get(), password.get());
        }
        return moodle.files(
                (int) Math.min(settings.number("FILE_DOWNLOAD_LIMIT_PER_RUN", FILES), Integer.MAX_VALUE),
                Math.max(1, settings.number("MAX_FILE_EXTRACT_BYTES", LARGEST_FILE)));
    }

    private static String host(String site) {
        URI address = URI.create(site.strip());
        String path = address.getPath() == null ? "" : address.getPath().replaceFirst("(?<!/)/++$", "");
        return address.getHost() + path;
    }
}
