package dev.unitracker.telegram;

import dev.unitracker.notice.Message.Action;
import dev.unitracker.notice.Message.Subject;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a pressed button sends back. It is always short enough for Telegram, which takes 1 to 64 bytes (<a
 * href="https://core.telegram.org/bots/api#inlinekeyboardbutton">Bot API, callback_data</a>).
 *
 * @param action what is to be done
 * @param number the ledger number of the change that is acknowledged; for other actions the number of the item
 */
record ButtonData(Action action, long number) {

    /** Returns the data of a button; empty if the action sends nothing, or what it is about has no number. */
    static Optional<ButtonData> of(Action action, Subject about) {
        long number = action == Action.ACKNOWLEDGE ? about.change() : about.number();
        return action == Action.OPEN || number == 0 ? Optional.empty() : Optional.of(new ButtonData(action, number));
    }

    /** Reads what {@link #text} wrote; empty for anything else. */
    static Optional<ButtonData> parse(String text) {
        return Arrays.stream(Action.values())
                .filter(action -> action != Action.OPEN && text.matches(letter(action) + ":[0-9]{1,18}"))
                .findFirst()
                .map(action -> new ButtonData(action, Long.parseLong(text.substring(2))));
    }

    /** Returns what is sent, for example {@code a:12}. */
    String text() {
        return letter(action) + ":" + number;
    }

    private static String letter(Action action) {
        return switch (action) {
            case ACKNOWLEDGE -> "a";
            case DONE -> "d";
            case SNOOZE -> "s";
            case OPEN -> "o";
        };
    }
}
