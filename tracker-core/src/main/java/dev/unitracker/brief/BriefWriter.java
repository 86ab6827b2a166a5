package dev.unitracker.brief;

import dev.unitracker.brief.Brief.CourseContext;
import dev.unitracker.brief.Brief.KeyDate;
import dev.unitracker.brief.Brief.Making;
import dev.unitracker.brief.Brief.Origin;
import dev.unitracker.brief.Brief.SourceRef;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.words.DateText;
import dev.unitracker.words.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Writes briefs by rules: the same subject, language, zone and moment give the same brief on every JVM. Immutable and
 * safe for use by several threads.
 */
public final class BriefWriter {

    private static final double GIVEN = 0.9;
    private static final double SAID = 0.7;
    private static final double TITLE_ONLY = 0.5;
    private static final int PRESSING = 10;

    private final Texts texts;
    private final DateText dates;
    private final Cues cues;

    /**
     * Makes a writer for one language and zone.
     *
     * @param texts all texts of the language; what a brief quotes stays in the language of the source
     * @param zone the zone that times are shown in
     */
    public BriefWriter(Texts texts, ZoneId zone) {
        this.texts = Objects.requireNonNull(texts, "texts");
        this.dates = new DateText(texts, Objects.requireNonNull(zone, "zone"));
        this.cues = Cues.of(texts.language());
    }

    /** Returns the brief of an item at a moment. It is never {@linkplain Weakness weak}. */
    public Brief write(BriefSubject subject, Instant now) {
        BriefText words = at(now);
        List<KeyDate> keyDates = new KeyDates(words).of(subject);
        String headline = new Headline(words).of(subject, keyDates);
        return new Brief(
                headline,
                new Bullets(words).of(subject, keyDates, headline),
                keyDates,
                new Requirements(words).of(subject.item()),
                new RiskFlags(words).of(subject, keyDates),
                context(subject, words),
                confidence(subject.item(), keyDates),
                sources(subject),
                new Making(Origin.FALLBACK, null, now));
    }

    /**
     * Returns the most pressing of a course's items at a moment, at most ten, the most pressing first; empty if none is
     * pressing.
     */
    public List<Item> pressing(List<Item> items, Instant now) {
        return new Pressing(at(now)).of(items, PRESSING);
    }

    private BriefText at(Instant now) {
        return new BriefText(texts, dates, cues, now);
    }

    private static CourseContext context(BriefSubject subject, BriefText words) {
        String title = subject.courseTitle();
        return new CourseContext(
                subject.item().course().orElse(null),
                title == null ? words.text("nocourse.name") : title,
                subject.item().type());
    }

    /** A date that the source gives is as good as certain; one that a text states is as good as its reading. */
    private static double confidence(Item item, List<KeyDate> dates) {
        if (item.dueAt().isPresent()
                || item.startsAt().isPresent()
                || item.grade().isPresent()) {
            return GIVEN;
        }
        double read = dates.stream().mapToDouble(KeyDate::confidence).min().orElse(0);
        if (read > 0) {
            return Math.min(read, GIVEN);
        }
        return item.get(Field.BODY).isPresent() ? SAID : TITLE_ONLY;
    }

    private static List<SourceRef> sources(BriefSubject subject) {
        List<SourceRef> sources = new ArrayList<>();
        sources.add(SourceRef.to(subject.item()));
        subject.parts().stream()
                .filter(part -> part.get(Field.WITHIN)
                        .filter(subject.item().id().key()::equals)
                        .isPresent())
                .filter(part -> !part.facts().isEmpty())
                .map(SourceRef::to)
                .forEach(sources::add);
        return sources;
    }
}
