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
    private final List<String> headlines = new ArrayList<>();
    private @Nullable RuntimeException failure;
    private Runnable before = () -> {};

    /**
     * Makes a notifier to which nothing was sent yet.
     *
     * @param name the channel's name
     * @param recipients whom it tells; none means one without a name
     */
    public RecordingNotifier(String name, String... recipients) {
        this.name = name;
        this.recipients = recipients.length == 0 ? List.of("") : List.of(recipients);
    }

    /** Makes a notifier named {@code recording} with one recipient, who has no name. */
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

    /** Does something whenever it is given a message, before it counts as sent; what that throws is thrown. Default: nothing. */
    public synchronized RecordingNotifier before(Runnable action) {
        before = action;
        return this;
    }

    /** Forgets what was sent so far. */
    public synchronized RecordingNotifier forget() {
        sent.clear();
        headlines.clear();
        return this;
    }

    /** Returns what was sent to its first recipient, in order; empty if nothing was. */
    public synchronized List<Message> sent() {
        return sentTo(recipients.get(0));
    }

    /** Returns what was sent to a recipient, in order; empty if nothing was, or there is no such recipient. */
    public synchronized List<Message> sentTo(String recipient) {
        return List.copyOf(sent.getOrDefault(recipient, List.of()));
    }

    /** Returns the text of what was sent to its first recipient, in order, each message as its lines; empty if nothing was. */
    public synchronized List<String> texts() {
        return sent().stream().map(Message::text).toList();
    }

    /**
     * Returns the first line of each message that was sent, to whomever, in order; after the name of its recipient, if that has
     * one: {@code ana: Deadline moved}.
     */
    public synchronized List<String> headlines() {
        return List.copyOf(headlines);
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
    public void send(Message message, String recipient) {
        action().run();
        record(message, recipient);
    }

    /** Whatever is done before may take long, or ask this notifier itself. */
    private synchronized Runnable action() {
        if (failure != null) {
            throw failure;
        }
        return before;
    }

    private synchronized void record(Message message, String recipient) {
        sent.computeIfAbsent(recipient, chat -> new ArrayList<>()).add(message);
        headlines.add((recipient.isEmpty() ? "" : recipient + ": ")
                + message.lines().get(0).text());
    }
}
