package dev.unitracker.testkit;

import dev.unitracker.notice.Message;
import dev.unitracker.spi.Notifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A notifier that remembers what it was given to send. Safe for use by several threads. */
public final class RecordingNotifier implements Notifier {

    private final String name;
    private final List<String> recipients;
    private final Map<String, List<Message>> sent = new TreeMap<>();
    private @Nullable RuntimeException failure;

    /**
     * @param recipients whom it tells; none means one without a name
     */
    public RecordingNotifier(String name, String... recipients) {
        this.name = name;
        this.recipients = recipients.length == 0 ? List.of("") : List.of(recipients);
    }

    /** Makes a notifier named {@code recording}. */
    public RecordingNotifier() {
        this("recording");
    }

    /** Throws at each attempt to send something, until it is well again. */
    public synchronized RecordingNotifier fails(RuntimeException reason) {
        failure = reason;
        return this;
    }

    /** Sends again. */
    public synchronized RecordingNotifier recovers() {
        failure = null;
        return this;
    }

    /** Returns what was sent to its only recipient, in order. */
    public synchronized List<Message> sent() {
        return sentTo(recipients.get(0));
    }

    /** Returns what was sent to a recipient, in order. */
    public synchronized List<Message> sentTo(String recipient) {
        return List.copyOf(sent.getOrDefault(recipient, List.of()));
    }

    /** Returns the text of what was sent to its only recipient, in order, each message as its lines. */
    public synchronized List<String> texts() {
        return sent().stream().map(Message::text).toList();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> recipients() {
        return recipients;
    }

    @Override
    public synchronized void send(Message message, String recipient) {
        if (failure != null) {
            throw failure;
        }
        sent.computeIfAbsent(recipient, chat -> new ArrayList<>()).add(message);
    }
}
