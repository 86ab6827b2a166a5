package dev.unitracker.example;

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
     * @param replies how a person answers
     * @throws SettingsException if something is missing, or cannot be right
     */
    static List<Notifier> of(Settings settings, Replies replies) {
        List<Notifier> all = new ArrayList<>(Webhooks.of(settings, replies.links()));
        Mail.of(settings, replies).ifPresent(all::add);
        NotifyCommand.of(settings, replies.links()).ifPresent(all::add);
        return all;
    }
}
