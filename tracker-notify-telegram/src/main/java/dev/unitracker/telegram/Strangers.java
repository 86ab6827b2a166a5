package dev.unitracker.telegram;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chats that wrote to the bot and get no answer. Whoever sets it up learns the id of a chat from here, so each is named once.
 * Not for use by several threads.
 */
final class Strangers {

    private static final Logger log = LoggerFactory.getLogger("unitracker.telegram");

    /** Anybody can write to a bot; who fills the log is not remembered for ever. */
    private static final int MOST = 100;

    private final Set<String> named = new LinkedHashSet<>();
    private final Consumer<String> listener;

    Strangers(Consumer<String> listener) {
        this.listener = listener;
    }

    void wrote(String chat) {
        if (chat.isEmpty() || named.size() >= MOST || !named.add(chat)) {
            return;
        }
        log.info("somebody wrote to the bot in the chat {}, which is none of those that are told: no answer", chat);
        listener.accept(chat);
    }
}
