package dev.unitracker.brief;

import dev.unitracker.brief.Brief.KeyDate;
import dev.unitracker.dates.Fact;
import dev.unitracker.dates.FactType;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The dates of an item, soonest first: those that the source gives, then those that its texts and its files state. */
final class KeyDates {

    private static final Duration DAY = Duration.ofDays(1);

    private final BriefText words;

    KeyDates(BriefText words) {
        this.words = words;
    }

    List<KeyDate> of(BriefSubject subject) {
        return subject.item().type().equals(ItemType.COURSE) ? ofCourse(subject.parts()) : ofItem(subject);
    }

    private List<KeyDate> ofItem(BriefSubject subject) {
        List<KeyDate> dates = new ArrayList<>(given(subject.item()));
        dates.addAll(stated(subject.item()));
        subject.parts().stream()
                .filter(part -> part.type().equals(ItemType.MATERIAL_FILE))
                .forEach(file -> dates.addAll(stated(file)));
        return once(dates);
    }

    /** Returns what lies ahead in a course; what an activity gives is called by its title. */
    private List<KeyDate> ofCourse(List<Item> items) {
        List<KeyDate> dates = new ArrayList<>();
        items.stream()
                .filter(item -> Situation.of(item, words.now()).concerns())
                .forEach(item -> {
                    given(item).stream()
                            .filter(date ->
                                    date.type().equals(fieldOfCourse(item).key()))
                            .map(date -> given(date.type(), date.value(), item.title()))
                            .forEach(dates::add);
                    dates.addAll(stated(item));
                });
        return ahead(once(dates));
    }

    /** What is open for less than a day is a date to be there; of anything else the deadline counts. */
    private Field fieldOfCourse(Item item) {
        boolean brief = item.startsAt()
                .filter(start -> start.isAfter(words.now()))
                .filter(start ->
                        item.dueAt().filter(due -> due.isAfter(start.plus(DAY))).isEmpty())
                .isPresent();
        return brief ? Field.STARTS_AT : Field.DUE_AT;
    }

    private List<KeyDate> once(List<KeyDate> dates) {
        Map<String, KeyDate> once = new LinkedHashMap<>();
        dates.stream()
                .filter(date -> words.last(date.value()).isPresent())
                .forEach(date -> once.putIfAbsent(date.value(), date));
        return once.values().stream().sorted(order()).toList();
    }

    /** Returns the soonest of some dates that is not over. */
    Optional<KeyDate> next(List<KeyDate> dates) {
        return ahead(dates).stream()
                .filter(date -> !words.isCancelled(date.quote()))
                .findFirst();
    }

    List<KeyDate> ahead(List<KeyDate> dates) {
        return dates.stream().filter(date -> words.isAhead(date.value())).toList();
    }

    private List<KeyDate> given(Item item) {
        List<KeyDate> dates = new ArrayList<>();
        for (Field field : List.of(Field.DUE_AT, Field.CUT_OFF_AT, Field.STARTS_AT, Field.ENDS_AT)) {
            item.get(field).ifPresent(value -> dates.add(given(field.key(), value, label(item, field))));
        }
        item.otherDates()
                .forEach((name, at) -> dates.add(
                        given("date", at.text(), words.knows("date." + name) ? words.text("date." + name) : name)));
        return dates;
    }

    private String label(Item item, Field field) {
        return words.textOr("date." + field.key() + "." + item.type(), "date." + field.key());
    }

    private static KeyDate given(String type, String value, String label) {
        return new KeyDate(type, value, label, "", 1);
    }

    private List<KeyDate> stated(Item item) {
        return item.facts().stream()
                .filter(fact -> fact.type() != FactType.CLASSROOM)
                .map(this::stated)
                .toList();
    }

    private KeyDate stated(Fact fact) {
        String label = fact.label().isEmpty() ? words.text("fact." + fact.type().key()) : fact.label();
        return new KeyDate(fact.type().key(), fact.value(), label, fact.quote(), fact.confidence());
    }

    private Comparator<KeyDate> order() {
        return Comparator.<KeyDate, Instant>comparing(
                        date -> words.last(date.value()).orElse(Instant.MAX))
                .thenComparing(KeyDate::type)
                .thenComparing(KeyDate::label);
    }
}
