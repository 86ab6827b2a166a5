package dev.unitracker.benchmarks;

import dev.unitracker.notice.Message;
import dev.unitracker.spi.Notifier;

/** A notifier that takes every message at once, so that only what the tracker does is measured. */
final class Nobody implements Notifier {

    static final String NAME = "nobody";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void send(Message message, String recipient) {
        // It is measured how it gets here.
    }
}
