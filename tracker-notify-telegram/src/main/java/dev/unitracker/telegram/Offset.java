package dev.unitracker.telegram;

import dev.unitracker.Notebook;
import java.time.Duration;
import java.time.Instant;

/**
 * Up to where a bot's updates were handled. It is kept in the notes of the account, under the bot's own id, since another
 * bot counts differently.
 */
final class Offset {

    /**
     * Telegram keeps an update for 24 hours (<a href="https://core.telegram.org/bots/api#getting-updates">Bot API, getting
     * updates</a>), so whatever is there twice as long after the last one is new; and after a quiet week it starts to count
     * anywhere, also further down (<a href="https://core.telegram.org/bots/api#update">Update</a>, update_id). An old number
     * says nothing then.
     */
    private static final Duration WORTH_SOMETHING = Duration.ofDays(2);

    private final String note;

    Offset(String bot) {
        this.note = "offset/" + bot;
    }

    /** Returns the first number that was not handled; 0 if any may be new. */
    long next(Notebook notes, Instant now) {
        return notes.find(note)
                .map(value -> value.split(" ", 2))
                .filter(parts -> Instant.parse(parts[1]).plus(WORTH_SOMETHING).isAfter(now))
                .map(parts -> Long.parseLong(parts[0]))
                .orElse(0L);
    }

    /** Notes that an update was handled; returns false if it was before. */
    boolean take(long update, Notebook notes, Instant now) {
        if (update < next(notes, now)) {
            return false;
        }
        notes.put(note, (update + 1) + " " + now);
        return true;
    }
}
