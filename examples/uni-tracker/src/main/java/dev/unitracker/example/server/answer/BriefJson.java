package dev.unitracker.example.server.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.brief.Brief;
import dev.unitracker.brief.Brief.CourseContext;
import dev.unitracker.brief.Brief.KeyDate;
import dev.unitracker.brief.Brief.Origin;
import dev.unitracker.brief.Brief.SourceRef;
import dev.unitracker.model.FieldValue;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.StoredItem;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A brief of an item. */
public final class BriefJson {

    private final Frame frame;
    private final Map<ItemId, Long> numbers;

    /**
     * Makes it for an account.
     *
     * @param numbers the numbers of the items that the briefs were written from
     */
    public BriefJson(Frame frame, Map<ItemId, Long> numbers) {
        this.frame = frame;
        this.numbers = Map.copyOf(numbers);
    }

    /** Returns the brief of an item. One that is kept has the item's number, because an item has one at most. */
    public ObjectNode of(StoredItem stored, Brief brief) {
        ObjectNode json = Frame.object();
        json.put("brief_id", brief.origin() == Origin.FALLBACK ? null : (Long) stored.number());
        json.put("origin", brief.origin().key()).put("model", brief.making().model());
        frame.moment(json, "generated_at", brief.making().generatedAt());
        json.put("summary_short", brief.summaryShort());
        Frame.texts(json, "summary_bullets", brief.summaryBullets());
        Frame.list(json, "key_dates", brief.keyDates(), this::date);
        Frame.texts(json, "key_requirements", brief.keyRequirements());
        Frame.texts(json, "risk_flags", brief.riskFlags());
        context(json.putObject("course_context"), brief.courseContext(), stored);
        json.put("confidence", brief.confidence());
        Frame.list(json, "source_refs", brief.sourceRefs(), this::reference);
        json.set("item", new ItemJson(frame).of(stored));
        return json;
    }

    private void date(ObjectNode json, KeyDate date) {
        json.put("type", date.type());
        Optional<Instant> moment = FieldValue.of(date.value()).moment();
        frame.moment(json, "iso_datetime", moment.orElse(null));
        json.put("value", date.value()).put("label", date.label());
        json.put("matched_text", date.quote().isEmpty() ? null : date.quote());
        json.put("confidence", date.confidence());
    }

    private void context(ObjectNode json, @Nullable CourseContext context, StoredItem stored) {
        frame.course(json, stored.item().courseId());
        json.put("course_name", context == null ? null : context.courseName());
        json.put("item_type", stored.item().type().name());
    }

    private void reference(ObjectNode json, SourceRef reference) {
        json.put("type", reference.type().name());
        json.put("item_id", numbers.get(reference.item()));
        json.put("title", reference.title()).put("url", reference.url());
    }
}
