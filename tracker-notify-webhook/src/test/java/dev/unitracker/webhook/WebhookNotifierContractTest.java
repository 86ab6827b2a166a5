package dev.unitracker.webhook;

import dev.unitracker.spi.Notifier;
import dev.unitracker.testkit.FallibleNotifierContract;
import org.junit.jupiter.api.AutoClose;

class WebhookNotifierContractTest extends FallibleNotifierContract {

    @AutoClose
    private final FakeReceiver receiver = new FakeReceiver();

    private final Notifier notifier = receiver.notifier();

    @Override
    protected Notifier notifier() {
        return notifier;
    }

    @Override
    protected String arrived(String recipient) {
        return receiver.text();
    }

    @Override
    protected void breaks() {
        receiver.breaks();
    }

    @Override
    protected void recovers() {
        receiver.recovers();
    }
}
