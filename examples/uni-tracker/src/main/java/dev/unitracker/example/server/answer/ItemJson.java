package dev.unitracker.example.server.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.Changes.ItemChange;
import dev.unitracker.model.Availability;
import dev.unitracker.model.Completion;
import dev.unitracker.model.DateSource;
import dev.unitracker.model.Field;
import dev.unitracker.model.FieldValue;
import dev.unitracker.model.Found;
import dev.unitracker.model.Grade;
import dev.unitracker.model.Item;
import dev.unitracker.model.Search;
import dev.unitracker.model.StoredItem;
import dev.unitracker.report.Risk;
import java.util.Locale;

/** An item. */
public final class ItemJson {

    private final Frame frame;

    /** Makes it for an account. */
    public ItemJson(Frame frame) {
        this.frame = frame;
    }

    /** Returns an item as it is now. */
    public ObjectNode of(StoredItem stored) {
        ObjectNode json = base(stored);
        json.putNull("meaningful_key").putNull("meaningful_change").putNull("change_kind");
        return json;
    }

    /** Returns an item compared with what it was before. */
    public ObjectNode of(ItemChange change) {
        ObjectNode json = base(change.stored());
        json.put("meaningful_key", change.stored().meaningfulKey());
        json.put("meaningful_change", change.kind().meaningful());
        json.put("change_kind", change.kind().key());
        return json;
    }

    /** Returns an item with why it is a risk. */
    public ObjectNode of(Risk risk) {
        ObjectNode json = of(risk.stored());
        ObjectNode why = json.putObject("risk");
        why.put("reason", risk.reason().name().toLowerCase(Locale.ROOT));
        frame.moment(why, "at", risk.at());
        why.put("whole_day", risk.wholeDay()).put("label", risk.label());
        return json;
    }

    /** Returns an item with where the words of a search were found in it. */
    public ObjectNode of(Found found, Search search) {
        ObjectNode json = of(found.stored());
        json.putObject("found")
                .put("in", found.where().name().toLowerCase(Locale.ROOT))
                .put("excerpt", found.excerpt(search));
        return json;
    }

    private ObjectNode base(StoredItem stored) {
        Item item = stored.item();
        ObjectNode json = Frame.object().put("id", stored.number());
        frame.course(json, item.courseId());
        json.put("item_type", item.type().name()).put("title", item.title());
        json.put("body_text", item.body().orElse(null));
        moment(json, item, Field.PUBLISHED_AT);
        moment(json, item, Field.STARTS_AT);
        moment(json, item, Field.DUE_AT);
        json.put("primary_url", item.url().orElse(null));
        json.put("review_status", item.review().key());
        json.put("review_reason", item.get(Field.REVIEW_REASON).orElse(null));
        completion(json, item);
        frame.moment(json, "updated_at", stored.updatedAt());
        json.put("status", item.status().key());
        more(json, item);
        json.put("changes_seq", stored.lastChange());
        json.put("source", item.id().source()).put("source_key", item.id().key());
        return json;
    }

    /** A store may hold a text that is no moment; then there is none to show. */
    private void moment(ObjectNode json, Item item, Field field) {
        frame.moment(
                json,
                field.key(),
                item.get(field).flatMap(text -> FieldValue.of(text).moment()).orElse(null));
    }

    private static void completion(ObjectNode json, Item item) {
        json.put("completion_state", item.completion().key());
        json.put(
                "source_completion_state",
                Completion.stored(item.get(Field.COMPLETION).orElse(null)).key());
        json.put(
                "completion_override_state",
                item.get(Field.COMPLETION_OVERRIDE)
                        .map(text -> Completion.stored(text).key())
                        .orElse(null));
    }

    private void more(ObjectNode json, Item item) {
        moment(json, item, Field.ENDS_AT);
        moment(json, item, Field.CUT_OFF_AT);
        json.put("place", item.get(Field.PLACE).orElse(null));
        json.put("submission_state", item.submission().map(state -> state.key()).orElse(null));
        item.dueSource().ifPresentOrElse(source -> dueSource(json, source), () -> json.putNull("due_source"));
        item.grade().ifPresentOrElse(grade -> grade(json, grade), () -> json.putNull("grade"));
        Availability availability = item.availability();
        json.putObject("availability").put("state", availability.state().key()).put("reason", availability.reason());
    }

    private void dueSource(ObjectNode json, DateSource source) {
        ObjectNode due = json.putObject("due_source");
        due.put("rule", source.rule()).put("request", source.request());
        frame.moment(due, "class_due_at", source.classDate());
    }

    private static void grade(ObjectNode json, Grade grade) {
        ObjectNode shown = json.putObject("grade");
        shown.put("value", grade.value()).put("maximum", grade.maximum()).put("feedback", grade.feedback());
        shown.put(
                "percentage",
                grade.percentage().isPresent() ? (Integer) grade.percentage().getAsInt() : null);
    }
}
