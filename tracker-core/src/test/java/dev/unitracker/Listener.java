package dev.unitracker;

import dev.unitracker.notice.Message;
import dev.unitracker.spi.Notifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remembers what it was given to send; fails first if it is told to. */
final class Listener implements Notifier {

    final List<String> told = new ArrayList<>();
    final List<String> keys = new ArrayList<>();
    private final String name;
    private final List<String> recipients;

    @Nullable
    RuntimeException failure;

    Runnable before = () -> {};

    Listener(String name, String... recipients) {
        this.name = name;
        this.recipients = recipients.length == 0 ? List.of("") : List.of(recipients);
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
        if (failure != null) {
            throw failure;
        }
        before.run();
        told.add((recipient.isEmpty() ? "" : recipient + ": ")
                + message.lines().get(0).text());
        keys.add(message.key());
    }
}
