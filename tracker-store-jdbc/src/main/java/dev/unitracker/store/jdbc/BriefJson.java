package dev.unitracker.store.jdbc;

import dev.unitracker.brief.Brief;
import dev.unitracker.brief.Brief.CourseContext;
import dev.unitracker.brief.Brief.KeyDate;
import dev.unitracker.brief.Brief.Making;
import dev.unitracker.brief.Brief.Origin;
import dev.unitracker.brief.Brief.SourceRef;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A brief as JSON: plain values only, so that what is stored does not follow every change of a class. It is flat, for the
 * same reason: how a brief groups its parts is no affair of what is stored.
 */
record BriefJson(
        String summary,
        List<String> bullets,
        List<KeyDate> dates,
        List<String> requirements,
        List<String> risks,
        @Nullable Context context,
        double confidence,
        List<Source> sources,
        String origin,
        @Nullable String model,
        String generatedAt) {

    record Context(@Nullable String course, String name, String type) {}

    record Source(
            String type,
            String account,
            String source,
            String key,
            String title,
            @Nullable String url) {}

    static String write(Brief brief) {
        CourseContext context = brief.courseContext();
        return Json.write(new BriefJson(
                brief.summaryShort(),
                brief.summaryBullets(),
                brief.keyDates(),
                brief.keyRequirements(),
                brief.riskFlags(),
                context == null
                        ? null
                        : new Context(
                                context.courseId(),
                                context.courseName(),
                                context.itemType().name()),
                brief.confidence(),
                brief.sourceRefs().stream().map(BriefJson::source).toList(),
                brief.origin().key(),
                brief.making().model(),
                brief.making().generatedAt().toString()));
    }

    static Brief read(String json) {
        return Json.read(json, Json.BRIEF).brief();
    }

    private static Source source(SourceRef ref) {
        return new Source(
                ref.type().name(),
                ref.item().account(),
                ref.item().source(),
                ref.item().key(),
                ref.title(),
                ref.url());
    }

    private Brief brief() {
        return new Brief(
                summary,
                bullets,
                dates,
                requirements,
                risks,
                context == null
                        ? null
                        : new CourseContext(context.course(), context.name(), new ItemType(context.type())),
                confidence,
                sources.stream()
                        .map(source -> new SourceRef(
                                new ItemType(source.type()),
                                new ItemId(source.account(), source.source(), source.key()),
                                source.title(),
                                source.url()))
                        .toList(),
                new Making(Origin.stored(origin), model, Instant.parse(generatedAt)));
    }
}
