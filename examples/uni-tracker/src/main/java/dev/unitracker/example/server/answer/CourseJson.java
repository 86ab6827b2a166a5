package dev.unitracker.example.server.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.StoredItem;
import java.util.Optional;

/** A course. */
public final class CourseJson {

    private final Frame frame;

    /** Makes it for an account. */
    public CourseJson(Frame frame) {
        this.frame = frame;
    }

    /**
     * Returns a course as it is now.
     *
     * @param shortName what it is called in short; empty if its source does not say so
     */
    public ObjectNode of(StoredItem stored, Optional<String> shortName) {
        Item course = stored.item();
        ObjectNode json = Frame.object().put("id", stored.number());
        json.put("external_id", externalId(course.id()));
        json.put("display_name", course.title());
        json.put("shortname", shortName.orElse(null));
        json.put("course_url", course.url().orElse(null));
        frame.moment(json, "updated_at", stored.updatedAt());
        json.put("status", course.status().key());
        json.put("source", course.id().source()).put("source_key", course.id().key());
        return json;
    }

    /** The source's own number or name for it, without the kind of thing that it is. */
    private static String externalId(ItemId id) {
        return id.key().substring(id.kind().length() + 1);
    }
}
