package dev.unitracker.dates;

import dev.unitracker.dates.Span.Clock;
import dev.unitracker.dates.Span.Day;
import dev.unitracker.dates.Span.Keyword;
import dev.unitracker.dates.Span.Place;
import dev.unitracker.dates.Typing.Match;
import dev.unitracker.dates.Years.Settled;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the statements of one clause. */
final class ClauseReader {
    private final Clause clause;
    private final Spans spans;
    private final Distances distances;
    private final Labels labels;
    private final @Nullable Topic inherited;

    /** What a clause is about, for a next one that names nothing: {@code Segundo parcial: 30/11. Aula 204.} */
    record Topic(Sense sense, String label) {}

    /** A fact without its page. */
    record Statement(Span span, FactType type, String label, String value, double confidence) {}

    private ClauseReader(Clause clause, @Nullable Topic before, LocalDate reference) {
        this.clause = clause;
        this.spans = BareDays.dropped(clause, Scan.of(clause), reference);
        this.distances = new Distances(clause, spans);
        this.labels = new Labels(clause, spans, distances);
        this.inherited = namesNothing() ? before : null;
    }

    /**
     * Reads a clause.
     *
     * @param before what the clause before it on the same line is about, or null
     */
    static Reading read(Clause clause, @Nullable Topic before, ZoneId zone, TextDate text) {
        ClauseReader reader = new ClauseReader(clause, before, text.reference());
        return reader.spans.days().isEmpty() && reader.spans.places().isEmpty()
                ? new Reading(List.of(), reader.topicWithoutDate())
                : reader.read(zone, text);
    }

    /** What a clause states, in order of appearance, and what it is about. */
    record Reading(List<Statement> statements, @Nullable Topic topic) {}

    private Reading read(ZoneId zone, TextDate text) {
        List<@Nullable Match> matches = new Typing(clause, spans, distances).matches();
        List<@Nullable Clock> clocks = Appointments.of(clause, spans, distances);
        List<@Nullable Settled> settled = Years.of(clause, spans.days(), distances, text);
        List<Topic> topics = new ArrayList<>();
        List<Statement> statements = new ArrayList<>();
        for (int index = 0; index < spans.days().size(); index++) {
            Topic topic = topic(
                    index,
                    matches.get(index),
                    index == 0 ? "" : topics.get(index - 1).label());
            topics.add(topic);
            Settled date = settled.get(index);
            if (date != null) {
                Day day = spans.days().get(index);
                double confidence = Confidence.of(day, date, matches.get(index), topic.sense());
                String value = Values.of(date.date(), clocks.get(index), zone);
                statements.add(new Statement(day, topic.sense().type(), topic.label(), value, confidence));
            }
        }
        spans.places().forEach(place -> statements.add(place(place, topics)));
        statements.sort(Comparator.comparingInt(statement -> statement.span().from()));
        return new Reading(statements, topics.isEmpty() ? topicWithoutDate() : topics.get(topics.size() - 1));
    }

    private @Nullable Topic topicWithoutDate() {
        List<Keyword> keywords = spans.keywords();
        return keywords.isEmpty()
                ? inherited
                : new Topic(keywords.get(keywords.size() - 1).sense(), labels.before(clause.size(), 0));
    }

    private Topic topic(int index, @Nullable Match match, String previousLabel) {
        if (inherited != null) {
            return inherited;
        }
        return new Topic(match == null ? Sense.OTHER : match.sense(), labels.of(index, match, previousLabel));
    }

    private Statement place(Place place, List<Topic> topics) {
        String name = clause.written(place.from(), place.to()).replaceAll("\\s+", " ");
        String label = placeLabel(place, topics);
        return new Statement(place, FactType.CLASSROOM, label, name, Confidence.ofPlace(label));
    }

    private String placeLabel(Place place, List<Topic> topics) {
        if (!topics.isEmpty()) {
            return topics.get(Math.max(0, Spans.lastBefore(spans.days(), place.from())))
                    .label();
        }
        return inherited == null ? labels.before(place.from(), 0) : inherited.label();
    }

    private boolean namesNothing() {
        return spans.keywords().isEmpty()
                && distances.between(0, clause.size()) <= spans.days().size() * 4;
    }
}
