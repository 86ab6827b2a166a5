package dev.unitracker.moodle.internal.look;

import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.model.Field;
import dev.unitracker.moodle.internal.answers.IcsCalendar;
import dev.unitracker.moodle.internal.answers.IcsExtensions;
import dev.unitracker.moodle.internal.answers.Keys;
import dev.unitracker.moodle.internal.answers.Links;
import dev.unitracker.moodle.internal.client.CalendarExport;
import dev.unitracker.run.Missed;
import dev.unitracker.run.Missed.Code;
import dev.unitracker.run.Part;
import dev.unitracker.spi.Answer;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Completeness;
import dev.unitracker.spi.Kept;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Sink;
import dev.unitracker.spi.SourceProfile;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The calendar alone, from its export: deadlines and events of all courses, without links to what they are about. */
public final class CalendarCollector implements Collector {

    private static final String REQUEST = "calendar export";

    /** What Moodle exports as {@code recentupcoming}. */
    private static final Duration BACK = Duration.ofDays(5);

    private static final Duration AHEAD = Duration.ofDays(60);

    /** An event this near to the window's edge may be out of it by the time of the next look. */
    private static final Duration EDGE = Duration.ofDays(1);

    private final String name;
    private final Scope scope;
    private final CalendarExport export;
    private final Links links;
    private final ZoneId zone;

    /**
     * @param name what the name of its part begins with
     * @param export where the calendar is
     * @param zone the zone of whole days, which an export writes without one
     */
    public CalendarCollector(String name, CalendarExport export, ZoneId zone) {
        this.name = Objects.requireNonNull(name, "name");
        this.export = Objects.requireNonNull(export, "export");
        this.zone = Objects.requireNonNull(zone, "zone");
        this.links = new Links(export.site());
        this.scope = new Scope(MoodlePart.CALENDAR.of(name), "ics");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<SourceProfile> profile() {
        return Optional.of(MoodleProfile.PROFILE);
    }

    @Override
    public List<Part> parts() {
        return List.of(MoodlePart.CALENDAR.in(name));
    }

    @Override
    public void collect(Look look, Sink sink) {
        look.progress("reading the calendar's export");
        Kept kept = look.archive().ask(REQUEST, () -> {
            String text = export.read(look);
            if (!IcsCalendar.isWhole(text)) {
                throw notACalendar();
            }
            return Answer.of("text/calendar", text);
        });
        IcsCalendar calendar = parse(kept.text());
        List<Sighting> before = before(look);
        List<Sighting> seen = new ArrayList<>(IcsExtensions.alone(calendar.sightings(links), before));
        Map<String, String> unread = calendar.unread();
        seen.addAll(stillThere(seen, before, unread.keySet(), look));
        sink.observe(new Observation(scope, completeness(calendar), seen, Set.of(), kept.evidence(scope.part())));
        unread.forEach((key, why) -> sink.observe(Observation.notLooked(
                new Scope(scope.part(), "unread/" + key), new Missed(Code.FAILED, "calendar: " + key, why))));
    }

    private List<Sighting> before(Look look) {
        return look.memory().recall(scope.toString()).stream()
                .filter(known -> known.scope().equals(scope) && known.seen())
                .map(Remembered::sighting)
                .toList();
    }

    private static Completeness completeness(IcsCalendar calendar) {
        return calendar.empty()
                ? Completeness.doubted(new Missed(
                        Code.NOT_WITNESSED, "calendar", "the export came empty; nothing is taken as removed"))
                : Completeness.witnessed("other events in the same answer");
    }

    private IcsCalendar parse(String text) {
        return IcsCalendar.parse(text, zone).orElseThrow(CalendarCollector::notACalendar);
    }

    private static SourceUnavailableException notACalendar() {
        return new SourceUnavailableException(
                "the site sent something else instead of a calendar, or half of one; nothing is taken from it,"
                        + " it will be tried again on the next run");
    }

    /**
     * What an export cannot show is stated again as it was: a course without events, an event outside its window; and so is
     * what could not be read.
     */
    private List<Sighting> stillThere(List<Sighting> seen, List<Sighting> before, Set<String> unread, Look look) {
        Set<String> keys = new HashSet<>();
        seen.forEach(sighting -> keys.add(sighting.key()));
        Window window = window(seen, look.request().startedAt());
        return before.stream()
                .filter(sighting -> !keys.contains(sighting.key()))
                .filter(sighting -> sighting.key().startsWith(Keys.COURSE_PREFIX)
                        || unread.contains(sighting.key())
                        || !window.covers(sighting))
                .toList();
    }

    private Window window(List<Sighting> seen, Instant now) {
        if (export.presetTime().equals("recentupcoming")) {
            return new Window(now.minus(BACK).plus(EDGE), now.plus(AHEAD).minus(EDGE));
        }
        // How far other exports reach is the site's affair; between its first and last event each one shows all.
        List<Instant> starts = seen.stream()
                .flatMap(sighting -> Window.start(sighting).stream())
                .sorted()
                .toList();
        return starts.isEmpty() ? new Window(now, now) : new Window(starts.get(0), starts.get(starts.size() - 1));
    }

    /** The time in which an absence means something. */
    private record Window(Instant from, Instant to) {

        static Optional<Instant> start(Sighting sighting) {
            return sighting.stated(Field.STARTS_AT)
                    .or(() -> sighting.stated(Field.DUE_AT))
                    .filter(text -> !text.isEmpty())
                    .map(Instant::parse);
        }

        boolean covers(Sighting sighting) {
            return start(sighting)
                    .filter(start -> !start.isBefore(from) && !start.isAfter(to))
                    .isPresent();
        }
    }
}
