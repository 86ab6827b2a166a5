package dev.unitracker.moodle.internal.answers;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.Field;
import dev.unitracker.model.ItemType;
import dev.unitracker.moodle.internal.text.HtmlText;
import dev.unitracker.spi.Sighting;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Moodle's calendar export says. An event's {@code UID} is its id and the host; a deadline begins and ends at the
 * same moment, as does what opens, which only its {@linkplain IcsTitle title} tells; the category is the course's short
 * name; there are no links. An event that cannot be read costs itself only. Not for use by several threads.
 */
public final class IcsCalendar {

    private static final int SHORT_NAME = 255;

    /** What stands in place of a course's name in the site's own events, in English and Spanish. */
    private static final Set<String> SITE_EVENTS =
            Set.of("Site events", "Eventos Globales", "Eventos globales", "Eventos del sitio");

    private final List<VEvent> events;
    private final IcsTimes times;
    private final Map<String, String> unread = new LinkedHashMap<>();

    private IcsCalendar(ICalendar calendar, ZoneId zone) {
        this.events = List.copyOf(calendar.getEvents());
        this.times = new IcsTimes(calendar.getTimezoneInfo(), zone);
    }

    /**
     * Reads an export; empty if the text is no whole calendar, as the words that Moodle sends for a dead link.
     *
     * @param zone the zone of days and times that are written without one, or in one that nobody knows
     */
    public static Optional<IcsCalendar> parse(String text, ZoneId zone) {
        if (!isWhole(text)) {
            return Optional.empty();
        }
        ICalendar calendar = Biweekly.parse(plain(text)).first();
        return calendar == null ? Optional.empty() : Optional.of(new IcsCalendar(calendar, zone));
    }

    /** Tells whether a text has the beginning and the end of a calendar. */
    public static boolean isWhole(String text) {
        String plain = plain(text);
        return plain.startsWith("BEGIN:VCALENDAR") && plain.contains("END:VCALENDAR");
    }

    private static String plain(String text) {
        return text.replace("\uFEFF", "").stripLeading();
    }

    /** Tells whether it has no event at all, which proves nothing. */
    public boolean empty() {
        return events.isEmpty();
    }

    /** Returns one sighting of each course and each event that can be read. */
    public List<Sighting> sightings(Links links) {
        Map<String, Sighting> sightings = new LinkedHashMap<>();
        for (VEvent event : events) {
            String course = course(event);
            if (course != null) {
                sightings.putIfAbsent(course, courseSighting(course));
            }
            Optional<Sighting> sighting = readable(event, course, links);
            sighting.ifPresent(seen -> sightings.putIfAbsent(seen.key(), seen));
        }
        unread.keySet().removeAll(sightings.keySet());
        return IcsExtensions.applied(List.copyOf(sightings.values()));
    }

    /** Returns what could not be read when sightings were asked for: why, by the key of each event. */
    public Map<String, String> unread() {
        return Map.copyOf(unread);
    }

    private Optional<Sighting> readable(VEvent event, @Nullable String course, Links links) {
        try {
            return sighting(event, course, links);
        } catch (RuntimeException e) {
            unread.put("event:" + id(event), "it cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static String id(VEvent event) {
        String uid = event.getUid() == null ? null : event.getUid().getValue();
        return text(uid).strip().split("@", 2)[0];
    }

    private static Sighting courseSighting(String key) {
        return Sighting.of(key, ItemType.COURSE)
                .course(key)
                .title(key.substring(key.indexOf(':') + 1))
                .build();
    }

    private Optional<Sighting> sighting(VEvent event, @Nullable String course, Links links) {
        String id = id(event);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        if (event.getExperimentalProperty("DTSTART") != null) {
            throw new DateTimeException(
                    "no such time: " + event.getExperimentalProperty("DTSTART").getValue());
        }
        Instant start = times.moment(event.getDateStart());
        if (start == null) {
            return Optional.empty();
        }
        Sighting.Builder sighting =
                words(event, Sighting.of("event:" + id, ItemType.CALENDAR_EVENT).course(course));
        if (id.matches("\\d{1,18}")) {
            sighting.url(links.event(Long.parseLong(id), start));
        }
        return Optional.of(dated(event, start, sighting).build());
    }

    /** Some releases write a moment without length as a whole day; what lasts longer than one is no deadline. */
    private Sighting.Builder dated(VEvent event, Instant start, Sighting.Builder sighting) {
        boolean day = IcsTimes.isDay(event.getDateStart());
        Instant last = day ? times.endOfDay(start) : start;
        Instant told = times.moment(event.getDateEnd());
        Instant end = told == null || !told.isAfter(start) ? last : day ? times.endBefore(told) : told;
        if (end.isAfter(last)) {
            return sighting.state(Field.STARTS_AT, start).state(Field.ENDS_AT, end);
        }
        return switch (IcsTitle.of(title(event))) {
            case DUE -> sighting.due(last, DateRule.ACTIVITY);
            case EXTENSION -> sighting.due(last, DueRules.EXTENSION);
            case OPENS, GRADING -> sighting.state(Field.STARTS_AT, start);
        };
    }

    private static String title(VEvent event) {
        return HtmlText.title(
                text(event.getSummary() == null ? null : event.getSummary().getValue()));
    }

    private Sighting.Builder words(VEvent event, Sighting.Builder sighting) {
        String description =
                event.getDescription() == null ? null : event.getDescription().getValue();
        String place = event.getLocation() == null ? null : event.getLocation().getValue();
        return sighting.title(title(event))
                .document(HtmlText.plain(text(description)))
                .state(Field.PLACE, text(place));
    }

    private static @Nullable String course(VEvent event) {
        return event.getCategories().stream()
                .flatMap(categories -> categories.getValues().stream())
                .filter(name -> !name.isBlank() && !SITE_EVENTS.contains(name.strip()))
                .findFirst()
                .map(name -> Keys.COURSE_PREFIX + shortName(name))
                .orElse(null);
    }

    /** Moodle's own have up to 255 characters (course.shortname); a calendar of somebody else may say anything. */
    private static String shortName(String category) {
        String name = HtmlText.title(category);
        return name.codePointCount(0, name.length()) <= SHORT_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, SHORT_NAME));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
