package dev.unitracker.example;

import dev.unitracker.action.ActionLinks;
import dev.unitracker.command.CommandNotifier;
import dev.unitracker.error.SettingsException;
import dev.unitracker.spi.Notifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the settings say of a command that tells somebody. */
final class NotifyCommand {

    private static final String COMMAND = "NOTIFY_COMMAND";

    private NotifyCommand() {}

    /**
     * Returns a notifier if one is set.
     *
     * @param links what a person follows to answer
     * @throws SettingsException if it cannot be run
     */
    static Optional<Notifier> of(Settings settings, ActionLinks links) {
        return settings.get(COMMAND)
                .map(line -> Settings.named(
                        COMMAND,
                        () -> CommandNotifier.running(words(line).toArray(String[]::new))
                                .links(links)
                                .build()));
    }

    /**
     * Returns the words of a line, which are separated by spaces; within quotes, single or double ones, a space is a part of
     * the word. Nothing else means anything: no shell reads it.
     *
     * @throws SettingsException if a quote has no end
     */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean begun = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (quote != 0 ? character == quote : character == '"' || character == '\'') {
                quote = quote != 0 ? 0 : character;
                begun = true;
            } else if (quote == 0 && Character.isWhitespace(character)) {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                word.append(character);
                begun = true;
            }
        }
        if (quote != 0) {
            throw SettingsException.wrongSecret("the command", "a quote has no end");
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }
}
