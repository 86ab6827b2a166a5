package dev.unitracker.mail;

import dev.unitracker.spi.Notifier;
import dev.unitracker.testkit.NotifierContract;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;

/** What every notifier promises, as it is read in a program that shows HTML. */
class MailPageContractTest extends NotifierContract {

    @AutoClose
    private final MailRoom room = new MailRoom();

    private final Notifier notifier = room.notifier().build();

    @Override
    protected Notifier notifier() {
        return notifier;
    }

    @Override
    protected String arrived(String recipient) {
        return room.mails(recipient).stream()
                .map(mail -> MailRoom.read(MailRoom.page(mail)))
                .collect(Collectors.joining("\n"));
    }

    @Override
    protected List<String> links(String recipient) {
        return room.mails(recipient).stream()
                .flatMap(mail -> MailRoom.page(mail).select("a").eachAttr("href").stream())
                .toList();
    }
}
