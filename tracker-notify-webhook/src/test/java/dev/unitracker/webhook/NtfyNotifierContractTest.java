package dev.unitracker.webhook;

import dev.unitracker.spi.Notifier;
import dev.unitracker.testkit.FallibleNotifierContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;

class NtfyNotifierContractTest extends FallibleNotifierContract {

    private static final List<String> TOPICS = List.of("uni-ana", "uni-bruno");

    @AutoClose
    private final FakeNtfy ntfy = new FakeNtfy();

    private final Notifier notifier = NtfyNotifier.to(ntfy.url("/uni-ana"))
            .and(ntfy.url("/uni-bruno"))
            .links(Messages.LINKS)
            .build();

    @Override
    protected Notifier notifier() {
        return notifier;
    }

    @Override
    protected String arrived(String recipient) {
        return ntfy.text(topic(recipient));
    }

    /** A notification leads somewhere as a whole; what else leads somewhere stands in its text. */
    @Override
    protected List<String> links(String recipient) {
        List<String> links = new ArrayList<>();
        ntfy.shown(topic(recipient)).stream()
                .filter(shown -> shown.has("click"))
                .forEach(shown -> links.add(shown.path("click").asText()));
        links.addAll(super.links(recipient));
        return links;
    }

    private String topic(String recipient) {
        return TOPICS.get(notifier.recipients().indexOf(recipient));
    }

    @Override
    protected void breaks() {
        ntfy.breaks();
    }

    @Override
    protected void recovers() {
        ntfy.recovers();
    }
}
