package dev.unitracker.custom.notifier;

import dev.unitracker.spi.Notifier;
import dev.unitracker.testkit.NotifierContract;
import org.junit.jupiter.api.AutoClose;

class SignedWebhookTest extends NotifierContract {

    @AutoClose
    private final Receiver receiver = new Receiver();

    @Override
    protected Notifier notifier() {
        return receiver.notifier();
    }

    @Override
    protected String arrived(String recipient) {
        return receiver.text();
    }
}
