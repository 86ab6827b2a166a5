package dev.unitracker.mail;

import dev.unitracker.spi.Notifier;
import dev.unitracker.testkit.FallibleNotifierContract;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;

/** What every notifier promises, as it is read in a program that shows no HTML. */
class MailNotifierContractTest extends FallibleNotifierContract {

    @AutoClose
    private final MailRoom room = new MailRoom();

    private final Notifier notifier = room.notifier().build();

    @Override
    protected Notifier notifier() {
        return notifier;
    }

    @Override
    protected String arrived(String recipient) {
        return room.mails(recipient).stream().map(MailRoom::text).collect(Collectors.joining("\n"));
    }

    @Override
    protected void breaks() {
        room.shut();
    }

    @Override
    protected void recovers() {
        room.open();
    }
}
