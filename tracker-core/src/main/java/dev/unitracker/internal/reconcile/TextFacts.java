package dev.unitracker.internal.reconcile;

import dev.unitracker.dates.DateReader;
import dev.unitracker.dates.Fact;
import dev.unitracker.document.Document;
import dev.unitracker.model.FactFields;
import dev.unitracker.model.Field;
import dev.unitracker.model.FieldKey;
import dev.unitracker.model.Item;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Sighting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The dates and places that the title and the text of an item state.
 *
 * @param zone the zone that dates are read in
 * @param book all that is known of the course's items
 * @param lookedAt the date of a text that has none of its own
 */
record TextFacts(ZoneId zone, Sightbook book, Instant lookedAt) {

    /**
     * Adds the facts of an item that was just merged to its fields. The same text keeps its facts, whatever the day: a date
     * without a year must not wander with the clock.
     */
    void add(SortedMap<String, String> fields, Merge merge, @Nullable Item before) {
        if (before != null && isSameText(before, fields)) {
            keep(fields, before);
            return;
        }
        Remembered source = source(merge);
        Document document = document(fields, source);
        if (!document.equals(Document.empty())) {
            List<Fact> facts = DateReader.in(zone).facts(document, dateOf(fields, source));
            FactFields.encode(facts).forEach(fields::putIfAbsent);
            if (source != null) {
                fields.keySet().stream()
                        .filter(TextFacts::isFact)
                        .forEach(key -> merge.winners().putIfAbsent(key, source));
            }
        }
    }

    private static boolean isSameText(Item before, Map<String, String> fields) {
        return Objects.equals(before.fields().get(Field.TITLE.key()), fields.get(Field.TITLE.key()))
                && Objects.equals(before.fields().get(Field.BODY.key()), fields.get(Field.BODY.key()));
    }

    private void keep(Map<String, String> fields, Item before) {
        before.fields().forEach((key, value) -> {
            if (isFact(key) && !book.statedBefore(before.id().key(), key)) {
                fields.putIfAbsent(key, value);
            }
        });
    }

    private static boolean isFact(String key) {
        return FieldKey.of(key).fact().isPresent();
    }

    /** Returns the title and below it the body, with the structure that the sighting gave it. */
    private static Document document(Map<String, String> fields, @Nullable Remembered source) {
        String body = fields.getOrDefault(Field.BODY.key(), "");
        Document document = source == null
                ? Document.ofText(body)
                : source.sighting()
                        .document()
                        .filter(stated -> stated.text().equals(body))
                        .orElseGet(() -> Document.ofText(body));
        return document.titled(fields.getOrDefault(Field.TITLE.key(), ""));
    }

    private LocalDate dateOf(Map<String, String> fields, @Nullable Remembered source) {
        String dated = source == null ? null : source.sighting().memo().get(Sighting.TEXT_DATE);
        String published = fields.get(Field.PUBLISHED_AT.key());
        Instant moment = dated != null ? Instant.parse(dated) : published != null ? Instant.parse(published) : lookedAt;
        return LocalDate.ofInstant(moment, zone);
    }

    private static @Nullable Remembered source(Merge merge) {
        Remembered body = merge.winners().get(Field.BODY.key());
        return body != null ? body : merge.winners().get(Field.TITLE.key());
    }
}
