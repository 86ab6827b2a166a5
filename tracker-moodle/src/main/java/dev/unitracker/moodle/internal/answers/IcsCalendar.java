package dev.unitracker.moodle.internal.answers;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateOrDateTimeProperty;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.Field;
import dev.unitracker.model.ItemType;
import dev.unitracker.moodle.internal.text.HtmlText;
import dev.unitracker.spi.Sighting;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Moodle's calendar export says. An event's {@code UID} is its id and the host; a deadline begins and ends at the
 * same moment; the category is the course's short name; there are no links.
 */
public final class IcsCalendar {

    private final List<VEvent> events;

    private IcsCalendar(List<VEvent> events) {
        this.events = List.copyOf(events);
    }

    /** Reads an export; empty if the text is no calendar, as the words that Moodle sends for a dead link. */
    public static Optional<IcsCalendar> parse(String text) {
        if (!text.stripLeading().startsWith("BEGIN:VCALENDAR") || !text.contains("END:VCALENDAR")) {
            return Optional.empty();
        }
        ICalendar calendar = Biweekly.parse(text).first();
        return calendar == null ? Optional.empty() : Optional.of(new IcsCalendar(calendar.getEvents()));
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

    private static Optional<Sighting> sighting(VEvent event, @Nullable String course, Links links) {
        Instant start = instant(event.getDateStart());
        String uid = event.getUid() == null ? "" : event.getUid().getValue();
        if (start == null || uid == null || uid.isBlank()) {
            return Optional.empty();
        }
        String id = uid.split("@", 2)[0];
        Instant end = instant(event.getDateEnd());
        boolean deadline = end == null || end.equals(start);
        Sighting.Builder sighting = Sighting.of("event:" + id, ItemType.CALENDAR_EVENT)
                .course(course)
                .title(HtmlText.title(text(
                        event.getSummary() == null ? null : event.getSummary().getValue())))
                .body(HtmlText.canonical(text(
                        event.getDescription() == null
                                ? null
                                : event.getDescription().getValue())))
                .state(
                        Field.PLACE,
                        text(
                                event.getLocation() == null
                                        ? null
                                        : event.getLocation().getValue()));
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

    private static @Nullable String course(VEvent event) {
        return event.getCategories().stream()
                .flatMap(categories -> categories.getValues().stream())
                .filter(name -> !name.isBlank())
                .findFirst()
                .map(name -> "course:" + HtmlText.title(name))
                .orElse(null);
    }

    @SuppressWarnings("JavaUtilDate") // biweekly knows no other.
    private static @Nullable Instant instant(@Nullable DateOrDateTimeProperty property) {
        return property == null || property.getValue() == null
                ? null
                : Instant.ofEpochMilli(property.getValue().getTime());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
