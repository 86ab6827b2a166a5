package dev.unitracker.example.server.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.Freshness;
import dev.unitracker.model.ItemId;
import dev.unitracker.report.MissedText;
import dev.unitracker.run.Missed;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When each part was seen last, and what was not seen, and why. */
public final class FreshnessJson {

    private final Frame frame;
    private final MissedText words;

    /**
     * Makes it for an account.
     *
     * @param words says in the account's language what was not seen
     */
    public FreshnessJson(Frame frame, MissedText words) {
        this.frame = frame;
        this.words = words;
    }

    /** Returns how fresh an account is. */
    public ObjectNode of(Freshness freshness) {
        ObjectNode json = Frame.object();
        frame.moment(json, "looked_at", freshness.completeAt().orElse(null));
        Frame.texts(json, "not_looked_at", freshness.notLooked());
        Frame.list(json, "parts", freshness.parts(), this::part);
        return json;
    }

    private void part(ObjectNode json, Freshness.OfPart part) {
        json.put("name", part.part().name());
        json.put("label", words.part(part.part().name()));
        frame.moment(json, "looked_at", part.lookedAt());
        frame.moment(json, "complete_at", part.completeAt());
        Frame.list(json, "missed", part.missed(), this::missed);
        Frame.list(json, "courses_behind", part.courses().behind().entrySet(), (course, behind) -> {
            course.put("course_id", number(behind.getKey()));
            frame.moment(course, "complete_at", behind.getValue().orElse(null));
        });
    }

    private void missed(ObjectNode json, Missed missed) {
        json.put("code", missed.code().name().toLowerCase(Locale.ROOT));
        json.put("why", words.why(missed));
        json.put("what", missed.name().isEmpty() ? missed.what() : missed.name());
        json.put("course_id", number(missed.course()));
    }

    /** What was missed names its course by its source key; two sources of one account may have the same. */
    private @Nullable Long number(String course) {
        return frame.courses().entrySet().stream()
                .filter(known -> known.getKey().key().equals(course))
                .map(Map.Entry<ItemId, Long>::getValue)
                .findFirst()
                .orElse(null);
    }
}
