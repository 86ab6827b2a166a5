package dev.unitracker.spi;

import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.notice.Message;
import java.util.List;

/** Sends messages to people over one channel. Called by one thread at a time. */
public interface Notifier {

    /** Returns the channel's name, under which it is remembered what was sent. Never changes, and has no slash. */
    String name();

    /**
     * Returns who is told, each under a name that never changes, for example the id of a chat. It is asked often, also while
     * changes are written, so it asks nobody itself. If it throws, those whom it named last are told. Default: one, without a
     * name.
     */
    default List<String> recipients() {
        return List.of("");
    }

    /**
     * Sends a message. Returns only when it is sent; whatever it throws means that it is not. After a crash the one message
     * that was being sent may come again, with the same key.
     *
     * @param recipient one of {@link #recipients}
     * @throws NotDeliveredException saying whether it makes sense to try again, and when; anything else that is thrown
     *     means that it is tried again
     */
    void send(Message message, String recipient);
}
