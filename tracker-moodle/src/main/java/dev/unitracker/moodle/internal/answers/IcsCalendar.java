package dev.unitracker.moodle.internal.answers;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneInfo;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.Field;
import dev.unitracker.model.ItemType;
import dev.unitracker.moodle.internal.text.HtmlText;
import dev.unitracker.spi.Sighting;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Moodle's calendar export says. An event's {@code UID} is its id and the host; a deadline begins and ends at the
 * same moment; the category is the course's short name; there are no links.
 */
public final class IcsCalendar {

    private static final int SHORT_NAME = 255;

    /** What stands in place of a course's name in the site's own events, in English and Spanish. */
    private static final Set<String> SITE_EVENTS =
            Set.of("Site events", "Eventos Globales", "Eventos globales", "Eventos del sitio");

    private final List<VEvent> events;
    private final TimezoneInfo zones;
    private final ZoneId zone;

    private IcsCalendar(ICalendar calendar, ZoneId zone) {
        this.events = List.copyOf(calendar.getEvents());
        this.zones = calendar.getTimezoneInfo();
        this.zone = zone;
    }

    /**
     * Reads an export; empty if the text is no whole calendar, as the words that Moodle sends for a dead link.
     *
     * @param zone the zone of days and times that are written without one
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

    /** Returns one sighting of each course and each event. */
    public List<Sighting> sightings(Links links) {
        Map<String, Sighting> sightings = new LinkedHashMap<>();
        for (VEvent event : events) {
            String course = course(event);
            if (course != null) {
                sightings.putIfAbsent(course, courseSighting(course));
            }
            Optional<Sighting> sighting = sighting(event, course, links);
            sighting.ifPresent(seen -> sightings.putIfAbsent(seen.key(), seen));
        }
        return List.copyOf(sightings.values());
    }

    private static Sighting courseSighting(String key) {
        return Sighting.of(key, ItemType.COURSE)
                .course(key)
                .title(key.substring(key.indexOf(':') + 1))
                .build();
    }

    private Optional<Sighting> sighting(VEvent event, @Nullable String course, Links links) {
        Instant start = instant(event.getDateStart());
        String uid = event.getUid() == null ? "" : event.getUid().getValue();
        if (start == null || uid == null || uid.isBlank()) {
            return Optional.empty();
        }
        String id = uid.split("@", 2)[0];
        Instant end = instant(event.getDateEnd());
        // Some releases write a moment without length as a whole day.
        boolean deadline = end == null || end.equals(start) || wholeDay(event);
        Sighting.Builder sighting =
                words(event, Sighting.of("event:" + id, ItemType.CALENDAR_EVENT).course(course));
        if (id.matches("\\d{1,18}")) {
            sighting.url(links.event(Long.parseLong(id), start));
        }
        return Optional.of(
                deadline
                        ? sighting.due(start, DateRule.ACTIVITY).build()
                        : sighting.state(Field.STARTS_AT, start)
                                .state(Field.ENDS_AT, end)
                                .build());
    }

    private Sighting.Builder words(VEvent event, Sighting.Builder sighting) {
        String summary = event.getSummary() == null ? null : event.getSummary().getValue();
        String description =
                event.getDescription() == null ? null : event.getDescription().getValue();
        String place = event.getLocation() == null ? null : event.getLocation().getValue();
        return sighting.title(HtmlText.title(text(summary)))
                .document(HtmlText.document(text(description)))
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

    private static boolean wholeDay(VEvent event) {
        return event.getDateStart() != null
                && event.getDateStart().getValue() != null
                && !event.getDateStart().getValue().hasTime();
    }

    private @Nullable Instant instant(@Nullable DateOrDateTimeProperty property) {
        ICalDate date = property == null ? null : property.getValue();
        if (property == null || date == null) {
            return null;
        }
        DateTimeComponents written = date.getRawComponents();
        boolean zoned = written == null || (date.hasTime() && (written.isUtc() || !zones.isFloating(property)));
        return zoned ? date.toInstant() : local(written);
    }

    /** What is written without a zone must not take the zone of the machine. */
    private Instant local(DateTimeComponents written) {
        return LocalDateTime.of(
                        written.getYear(),
                        written.getMonth(),
                        written.getDate(),
                        written.getHour(),
                        written.getMinute(),
                        written.getSecond())
                .atZone(zone)
                .toInstant();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
