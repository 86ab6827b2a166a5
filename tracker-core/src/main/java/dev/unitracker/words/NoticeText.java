package dev.unitracker.words;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Writes the notices that are no changes: what is due, and how the looks themselves go. Immutable and safe for use by
 * several threads.
 */
public final class NoticeText {

    private final Texts texts;
    private final LengthText lengths;
    private final DateText dates;

    /**
     * Makes it for a language and a zone.
     *
     * @param texts all texts of the language
     * @param zone the zone that times are shown in
     */
    public NoticeText(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.lengths = new LengthText(texts);
        this.dates = new DateText(texts, zone);
    }

    /** Returns a headline with the words that it is told once more. */
    public String again(String headline) {
        return texts.text("message.again", headline);
    }

    /** Returns that an item is due in some time, at least in a minute. */
    public String reminder(String title, Duration left) {
        return texts.text("message.reminder", lengths.about(left), title);
    }

    /** Returns that an item is due at a moment. */
    public String due(Instant at) {
        return texts.text("field.due_at") + ": " + dates.moment(at);
    }

    /** Returns that the first look is over, and how much it noted. */
    public String baseline(long courses, long items) {
        String noted = texts.count("message.item", items);
        return courses == 0
                ? texts.text("message.baseline_items", noted)
                : texts.text("message.baseline", texts.count("message.course", courses), noted);
    }

    /** Returns that nothing could be read for some time. */
    public String stale(Duration time) {
        return texts.text("message.stale", lengths.exact(time));
    }

    /** Returns that nothing could be read of some parts for some time. */
    public String stale(Duration time, List<String> parts) {
        return texts.text("message.stale_parts", lengths.exact(time), String.join(", ", parts));
    }

    /** Returns that the source refused the login. */
    public String refused() {
        return texts.text("message.login");
    }

    /** Returns what the student can do about a refused login. */
    public String refusedAdvice() {
        return texts.text("message.login_advice");
    }

    /** Returns what the source said of a refused login, in the source's words: for whoever helps the student. */
    public String refusedReason(String said) {
        return texts.text("message.login_reason", said);
    }
}
