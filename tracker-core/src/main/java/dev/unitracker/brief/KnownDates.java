package dev.unitracker.brief;

import dev.unitracker.brief.Brief.KeyDate;
import dev.unitracker.dates.DateReader;
import dev.unitracker.dates.Fact;
import dev.unitracker.dates.FactType;
import dev.unitracker.model.FieldValue;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The dates that an item gives and its text states, to hold other texts against. */
final class KnownDates {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Set<String> values;
    private final ZoneId zone;
    private final LocalDate today;

    private KnownDates(Set<String> values, ZoneId zone, LocalDate today) {
        this.values = values;
        this.zone = zone;
        this.today = today;
    }

    static KnownDates of(BriefRequest request) {
        Brief outline = request.outline();
        LocalDate today = outline.making().generatedAt().atZone(request.zone()).toLocalDate();
        KnownDates known = new KnownDates(new TreeSet<>(), request.zone(), today);
        known.values.add(today.toString());
        outline.keyDates().forEach(date -> known.values.add(date.value()));
        Stream.of(
                        List.of(request.text(), request.item().title(), outline.summaryShort()),
                        outline.summaryBullets(),
                        outline.riskFlags())
                .flatMap(List::stream)
                .forEach(text -> known.values.addAll(known.read(text)));
        return known;
    }

    /** Tells whether a text states a date that is not known. */
    boolean isStrange(String text) {
        return !read(text).stream().allMatch(this::isKnown);
    }

    /** Returns those of some texts that say something and state no date that is not known. */
    List<String> without(List<String> texts) {
        return texts.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty() && !isStrange(text))
                .toList();
    }

    /** Tells whether a text has the words that a date quotes, and these state just that date. */
    boolean proves(String text, KeyDate date) {
        String quote = spaced(date.quote());
        return !quote.isEmpty()
                && spaced(text).contains(quote)
                && read(date.quote()).stream().anyMatch(read -> covers(read, date.value()));
    }

    private boolean isKnown(String value) {
        return values.stream().anyMatch(known -> covers(known, value));
    }

    /** A moment vouches for its day; a day for none of its moments, for the time would be made up. */
    private boolean covers(String known, String stated) {
        return known.equals(stated)
                || FieldValue.of(known)
                        .moment()
                        .filter(moment ->
                                moment.atZone(zone).toLocalDate().toString().equals(stated))
                        .isPresent();
    }

    private Set<String> read(String text) {
        return DateReader.in(zone).facts(text, today).stream()
                .filter(fact -> fact.type() != FactType.CLASSROOM)
                .map(Fact::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String spaced(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }
}
