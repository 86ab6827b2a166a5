package dev.unitracker.brief;

import dev.unitracker.brief.Brief.KeyDate;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.ReviewStatus;
import dev.unitracker.model.SubmissionState;
import java.util.List;
import java.util.Optional;

/** What a student does next about an item, in a sentence. */
final class NextStep {

    private final BriefText words;

    NextStep(BriefText words) {
        this.words = words;
    }

    String of(BriefSubject subject, List<KeyDate> dates) {
        return words.text("step", step(subject, dates));
    }

    private String step(BriefSubject subject, List<KeyDate> dates) {
        Item item = subject.item();
        return switch (Situation.of(item, words.now())) {
            case REMOVED -> words.text("step.removed");
            case HIDDEN -> words.text("step.hidden");
            case GRADED -> words.text(item.get(Field.GRADE_FEEDBACK).isPresent() ? "step.feedback" : "step.graded");
            case DONE -> words.text("step.done");
            case RESTRICTED -> words.text("step.restricted");
            case NOT_OPEN ->
                words.textOr(
                        "step.notopen." + item.type(),
                        "step.notopen",
                        words.moment(item.startsAt().orElseThrow()));
            case OPEN ->
                words.textOr(
                        draft(item) ? "step.draft" : "step.open." + item.type(),
                        "step.open",
                        words.limit(item.dueAt().orElseThrow()));
            case LATE ->
                item.cutOffAt()
                        .map(cutOff -> words.text("step.late", words.limit(cutOff)))
                        .orElse(words.text("step.late.unlimited"));
            case OVER -> words.text("step.over");
            case AHEAD -> words.text(subject.courseTitle() == null ? "step.event.own" : "step.event");
            case PAST -> words.text("step.past");
            case UNDATED -> undated(subject, dates);
        };
    }

    private static boolean draft(Item item) {
        return item.submission().filter(SubmissionState.DRAFT::equals).isPresent();
    }

    private String undated(BriefSubject subject, List<KeyDate> dates) {
        Item item = subject.item();
        List<KeyDate> ahead = new KeyDates(words)
                .ahead(dates).stream()
                        .filter(date -> !words.isCancelled(date.quote()))
                        .toList();
        if (item.type().equals(ItemType.COURSE)) {
            return course(ahead);
        }
        if (!ahead.isEmpty()) {
            KeyDate next = ahead.get(0);
            return ahead.size() == 1
                    ? words.text("step.date", words.value(next.value()))
                    : words.text("step.dates", ahead.size());
        }
        if (item.review() == ReviewStatus.NEEDS_REVIEW) {
            return words.text("step.review");
        }
        Optional<String> link = Links.first(item.body().orElse(""));
        if (link.isPresent() && item.type().equals(ItemType.MATERIAL)) {
            return words.text("step.link", link.get());
        }
        return words.textOr("step.undated." + item.type(), "step.undated");
    }

    private String course(List<KeyDate> ahead) {
        return ahead.stream()
                .findFirst()
                .map(next -> words.text("step.course", next.label(), words.value(next.value())))
                .orElse(words.text("step.course.none"));
    }
}
