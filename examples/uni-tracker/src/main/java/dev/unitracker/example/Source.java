package dev.unitracker.example;

import dev.unitracker.error.SettingsException;
import dev.unitracker.moodle.Moodle;
import dev.unitracker.moodle.MoodleCalendar;
import dev.unitracker.spi.Collector;
import java.net.URI;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What the settings say of the site.
 *
 * @param host its host and path, which name the account unless the settings do
 * @param site its host with its port, and its path
 * @param collector what reads it
 */
record Source(String host, String site, Collector collector) {

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
        return of(settings, Manners.USUAL);
    }

    /**
     * How a site is asked.
     *
     * @param moodle what else is said to a collector by the web service, given its site
     * @param calendar what else is said to one of the calendar's export
     */
    record Manners(
            BiFunction<String, Moodle, Moodle> moodle, BiFunction<String, MoodleCalendar, MoodleCalendar> calendar) {
        static final Manners USUAL = new Manners((site, moodle) -> moodle, (site, calendar) -> calendar);
    }

    /**
     * Returns the same, asked in other manners.
     *
     * @throws SettingsException if something is missing or wrong
     */
    static Source of(Settings settings, Manners manners) {
        Optional<String> export = settings.get(EXPORT);
        if (export.isPresent() && settings.get(ADDRESS).isEmpty()) {
            return Settings.named(EXPORT, () -> calendar(export.get(), settings.zone(), manners));
        }
        String site = settings.required(ADDRESS, "https://campus.example.edu");
        Moodle moodle = webService(site, settings);
        String place = site(site);
        return new Source(
                host(site), place, manners.moodle().apply(place, moodle).build());
    }

    private static Source calendar(String export, ZoneId zone, Manners manners) {
        MoodleCalendar calendar = MoodleCalendar.at(export, zone);
        String address = export.replaceFirst("/calendar/.*", "");
        String place = site(address);
        return new Source(
                host(address), place, manners.calendar().apply(place, calendar).build());
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
        return address.getHost() + path(address);
    }

    private static String site(String site) {
        URI address = URI.create(site.strip());
        return address.getAuthority() + path(address);
    }

    private static String path(URI address) {
        return address.getPath() == null ? "" : address.getPath().replaceFirst("(?<!/)/++$", "");
    }
}
