package dev.unitracker.moodle.internal.client;

import dev.unitracker.error.LoginRefusedException;
import dev.unitracker.error.SettingsException;
import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.http.HttpAnswer;
import dev.unitracker.http.HttpDoor;
import dev.unitracker.http.RequestBudget;
import dev.unitracker.http.RetryWaits;
import dev.unitracker.http.Secrets;
import dev.unitracker.spi.Look;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * The address under which a site exports a student's calendar. Whoever knows it reads the calendar, so it is never shown,
 * logged or kept. Safe for use by several threads.
 */
public final class CalendarExport {

    private static final String SCRIPT = "/calendar/export_execute.php";

    /** How many requests are made in a minute where nobody says otherwise. */
    public static final int PER_MINUTE = 30;

    private final HttpUrl url;
    private final HttpDoor door;
    private final Secrets secrets = Transport.secrets();

    private CalendarExport(HttpUrl url, OkHttpClient http, RetryWaits waits, RequestBudget budget) {
        this.url = url;
        secrets.add(url.queryParameter("authtoken"));
        this.door = Transport.doorTo(HttpUrl.get(site()))
                .client(http)
                .retry(waits)
                .secrets(secrets)
                .atOnce(1)
                .budget(budget)
                .build();
    }

    /**
     * Checks an address as it was pasted.
     *
     * @throws SettingsException if it is not one that a Moodle exports a calendar under
     */
    public static CalendarExport of(String address, OkHttpClient http, RetryWaits waits, RequestBudget budget) {
        HttpUrl url = HttpUrl.parse(address.strip().replaceFirst("^webcals?:", "https:"));
        boolean usable = url != null
                && url.encodedPath().endsWith(SCRIPT)
                && url.queryParameter("authtoken") != null
                && url.username().isEmpty();
        if (!usable) {
            throw new SettingsException("the calendar's export address must read like"
                    + " https://campus.example.edu/calendar/export_execute.php?userid=…&authtoken=…;"
                    + " the site shows it under Calendar, Export calendar, Get calendar URL");
        }
        return new CalendarExport(Objects.requireNonNull(url), http, waits, budget);
    }

    /** Returns the site's address without a slash at its end. */
    public String site() {
        return url.newBuilder()
                .encodedPath(url.encodedPath().substring(0, url.encodedPath().length() - SCRIPT.length()) + "/")
                .query(null)
                .fragment(null)
                .build()
                .toString()
                .replaceFirst("/$", "");
    }

    /** Returns Moodle's name of the time that is exported, for example {@code recentupcoming}; empty if not named. */
    public String presetTime() {
        String preset = url.queryParameter("preset_time");
        return preset == null ? "" : preset;
    }

    /**
     * Reads the export.
     *
     * @return what the site sent, a calendar or not, without secrets
     * @throws LoginRefusedException if the site no longer accepts the address
     * @throws SourceUnavailableException if the site cannot be read
     */
    public String read(Look look) {
        HttpAnswer raw = new Transport(door, Patience.DEFAULT, look::requestMade).get(url);
        if (raw.status() != 200) {
            throw new SourceUnavailableException(
                    "the site answered HTTP " + raw.status()
                            + " to the calendar's export address; is the address right? It will be tried again on the next run");
        }
        String text = secrets.hide(raw.text());
        refuseIfDead(text.strip());
        return text;
    }

    /** Moodle sends these words with HTTP 200, in every language. */
    private static void refuseIfDead(String text) {
        if (text.equals("Invalid authentication") || text.equals("no export")) {
            throw new LoginRefusedException("the calendar's export address is no longer valid (" + text
                    + "): a new password ends it; get a new one on the site (Calendar, Export calendar) and put it into"
                    + " the settings");
        }
    }

    @Override
    public String toString() {
        return "CalendarExport[" + url.host() + " ***]";
    }
}
