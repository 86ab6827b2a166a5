package dev.unitracker.telegram;

import dev.unitracker.notice.Message.Action;
import dev.unitracker.notice.Message.Subject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a pressed button sends back.
 *
 * @param action what is to be done
 * @param change the ledger number of a change; 0 if the item is named
 * @param item the source key of an item; empty if the change is named
 */
record ButtonData(Action action, long change, String item) {

    /** <a href="https://core.telegram.org/bots/api#inlinekeyboardbutton">Bot API, callback_data</a>: 1-64 bytes. */
    static final int MOST_BYTES = 64;

    /** Returns the data of a button; empty if the action sends nothing, or what it is about has too long a name. */
    static Optional<ButtonData> of(Action action, Subject about) {
        if (action == Action.OPEN || (action == Action.ACKNOWLEDGE && about.change() == 0)) {
            return Optional.empty();
        }
        ButtonData byItem = new ButtonData(action, 0, about.item());
        boolean fits = byItem.text().getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
        if (action != Action.ACKNOWLEDGE && fits) {
            return Optional.of(byItem);
        }
        return about.change() == 0 ? Optional.empty() : Optional.of(new ButtonData(action, about.change(), ""));
    }

    /** Reads what {@link #text} wrote; empty for anything else. */
    static Optional<ButtonData> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String rest = text.substring(colon + 1);
        return Arrays.stream(Action.values())
                .filter(action -> action != Action.OPEN && letter(action).equals(text.substring(0, colon)))
                .findFirst()
                .flatMap(action -> named(action, rest));
    }

    private static Optional<ButtonData> named(Action action, String rest) {
        if (rest.matches("#[0-9]{1,18}")) {
            return Optional.of(new ButtonData(action, Long.parseLong(rest.substring(1)), ""));
        }
        boolean key = !rest.isBlank() && rest.indexOf(':') > 0;
        return key && action != Action.ACKNOWLEDGE ? Optional.of(new ButtonData(action, 0, rest)) : Optional.empty();
    }

    /** Returns what is sent, for example {@code a:#12} or {@code d:module:5}. */
    String text() {
        return letter(action) + ":" + (item.isEmpty() ? "#" + change : item);
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
