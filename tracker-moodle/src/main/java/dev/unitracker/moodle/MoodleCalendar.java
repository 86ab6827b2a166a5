package dev.unitracker.moodle;

import dev.unitracker.error.SettingsException;
import dev.unitracker.http.RequestBudget;
import dev.unitracker.http.RetryWaits;
import dev.unitracker.moodle.internal.client.CalendarExport;
import dev.unitracker.moodle.internal.look.CalendarCollector;
import dev.unitracker.spi.Collector;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import okhttp3.OkHttpClient;

/**
 * The way into a Moodle that gives students no token: the address of the calendar's export, as the site shows it under
 * Calendar, Export calendar. It tells deadlines and events of all courses, within the time that was chosen for the export:
 * {@code recentupcoming} is five days back and sixty ahead ({@code calendar/export_execute.php}).
 *
 * <pre>{@code
 * MoodleCalendar.at(exportAddress, zone).build()
 * }</pre>
 *
 * <p>A builder is not for use by several threads.
 */
public final class MoodleCalendar {

    private final String address;
    private final ZoneId zone;
    private String name = Moodle.NAME;
    private OkHttpClient http = new OkHttpClient();
    private RetryWaits waits = RetryWaits.DEFAULT;
    private RequestBudget budget = RequestBudget.perMinute(CalendarExport.PER_MINUTE, InstantSource.system());

    private MoodleCalendar(String address, ZoneId zone) {
        this.address = address;
        this.zone = Objects.requireNonNull(zone, "zone");
    }

    /**
     * Names the export. The address holds a key to the calendar: it is sent to its own site and shown nowhere. That the site no
     * longer takes the key is noticed at the look.
     *
     * @param exportAddress the whole address, from {@code https} or {@code webcal} to the last parameter
     * @param zone the zone in which a whole day begins, which is the student's as a rule
     * @throws SettingsException if it is no such address; the message does not show it
     */
    public static MoodleCalendar at(String exportAddress, ZoneId zone) {
        MoodleCalendar calendar = new MoodleCalendar(exportAddress, zone);
        calendar.export();
        return calendar;
    }

    /** Sets the client as {@link Moodle#http} does. One that logs addresses logs the key. Default: a new one. */
    public MoodleCalendar http(OkHttpClient http) {
        this.http = Objects.requireNonNull(http, "http");
        return this;
    }

    /** Sets how often the export is asked for and how long the waits are, as {@link Moodle#retry} does, default included. */
    public MoodleCalendar retry(int attempts, Duration firstWait, Duration longestWait) {
        this.waits = new RetryWaits(attempts, firstWait, longestWait);
        return this;
    }

    /** Sets the budget of requests as {@link Moodle#budget} does. Default: one of this collector's own, of 30 in a minute. */
    public MoodleCalendar budget(RequestBudget shared) {
        this.budget = Objects.requireNonNull(shared, "shared");
        return this;
    }

    /** Sets the name of this source as {@link Moodle#named} does. Two sources of one account need different ones. */
    public MoodleCalendar named(String name) {
        this.name = SourceName.checked(name);
        return this;
    }

    /** Returns the collector, whose one part is {@code moodle_calendar}. It belongs to one tracker. */
    public Collector build() {
        return new CalendarCollector(name, export(), zone);
    }

    private CalendarExport export() {
        return CalendarExport.of(address, http, waits, budget);
    }
}
