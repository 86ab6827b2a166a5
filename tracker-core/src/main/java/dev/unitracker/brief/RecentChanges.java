package dev.unitracker.brief;

import dev.unitracker.model.Change;
import dev.unitracker.model.FieldChange;
import dev.unitracker.model.Topic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What happened to an item lately, a sentence each, the latest first. */
final class RecentChanges {

    private static final int MOST = 2;

    /** What a change is about where its values say something to a reader. */
    private static final Set<Topic> SAYING = EnumSet.of(Topic.DEADLINE, Topic.EXAM, Topic.SCHEDULE, Topic.GRADE);

    private final BriefText words;

    RecentChanges(BriefText words) {
        this.words = words;
    }

    List<String> of(List<Change> changes) {
        List<Change> latestFirst = new ArrayList<>(changes);
        Collections.reverse(latestFirst);
        return latestFirst.stream()
                .filter(Change::isTold)
                .limit(MOST)
                .map(this::sentence)
                .toList();
    }

    private String sentence(Change change) {
        String when = words.day(change.seenAt().atZone(words.zone()).toLocalDate());
        String what = words.text("change." + change.kind().key());
        String moved = moved(change);
        return words.text("change", when, moved.isEmpty() ? what : what + ", " + moved);
    }

    /** Returns before and after of the field that gave the change its kind, where a reader can make sense of them. */
    private String moved(Change change) {
        return change.news().stream()
                .filter(field -> !field.key().isEvidence())
                .filter(field -> field.topic() == change.kind().topic() && SAYING.contains(field.topic()))
                .findFirst()
                .map(this::beforeAndAfter)
                .orElse("");
    }

    private String beforeAndAfter(FieldChange field) {
        if (field.after() == null) {
            return words.text("change.was", words.value(Objects.requireNonNull(field.before())));
        }
        String after = words.value(field.after());
        return field.before() == null ? after : words.value(field.before()) + " → " + after;
    }
}
