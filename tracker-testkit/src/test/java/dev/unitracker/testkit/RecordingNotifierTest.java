package dev.unitracker.testkit;

import dev.unitracker.notice.Message;
import dev.unitracker.spi.Notifier;
import java.util.stream.Collectors;

class RecordingNotifierTest extends FallibleNotifierContract {

    private final RecordingNotifier notifier = new RecordingNotifier("recording", "ana", "luis");

    @Override
    protected Notifier notifier() {
        return notifier;
    }

    @Override
    protected String arrived(String recipient) {
        return notifier.sentTo(recipient).stream().map(Message::text).collect(Collectors.joining("\n"));
    }

    @Override
    protected void breaks() {
        notifier.fails(new IllegalStateException("on purpose"));
    }

    @Override
    protected void recovers() {
        notifier.recovers();
    }
}
