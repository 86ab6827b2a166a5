package dev.unitracker.example;

import dev.unitracker.action.ActionLinks;
import dev.unitracker.error.SettingsException;
import dev.unitracker.spi.Notifier;
import java.util.ArrayList;
import java.util.List;

/** The channels that are set beside Telegram. */
final class OtherChannels {

    private OtherChannels() {}

    /**
     * Returns a notifier for each one that is set; none if none is.
     *
     * @param links what a person follows to answer
     * @throws SettingsException if something is missing, or cannot be right
     */
    static List<Notifier> of(Settings settings, ActionLinks links) {
        List<Notifier> all = new ArrayList<>(Webhooks.of(settings, links));
        Mail.of(settings, links).ifPresent(all::add);
        NotifyCommand.of(settings, links).ifPresent(all::add);
        return all;
    }
}
