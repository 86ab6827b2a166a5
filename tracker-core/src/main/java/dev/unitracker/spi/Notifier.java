package dev.unitracker.spi;

import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.notice.Message;
import java.util.List;

/**
 * Sends messages to people over one channel. A tracker calls {@link #send} by one thread at a time; the other methods
 * may be called by other threads meanwhile.
 */
public interface Notifier {

    /** Returns the channel's name, under which deliveries are stored. It never changes and has no slash. */
    String name();

    /**
     * Returns the recipients, each by a name that never changes, for example the id of a chat. It is called often, also
     * within a transaction, so it must return at once and make no request. If it throws, the recipients of the call
     * before are used. Default: one recipient, whose name is empty.
     */
    default List<String> recipients() {
        return List.of("");
    }

    /**
     * Sends a message. It returns when the message is sent, and throws if it is not. After a crash, the message that
     * was being sent may come once more, with the same key.
     *
     * @param message what to send; its texts are plain, so the notifier escapes them as its channel needs it
     * @param recipient one of {@link #recipients}
     * @throws NotDeliveredException if the message was not sent; it says whether and when to try again. After any other
     *     exception it is tried again, after a wait that grows
     */
    void send(Message message, String recipient);
}
