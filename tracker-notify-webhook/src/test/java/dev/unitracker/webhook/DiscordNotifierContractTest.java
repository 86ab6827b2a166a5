package dev.unitracker.webhook;

import dev.unitracker.spi.Notifier;
import dev.unitracker.testkit.FallibleNotifierContract;
import java.util.List;
import org.junit.jupiter.api.AutoClose;

class DiscordNotifierContractTest extends FallibleNotifierContract {

    @AutoClose
    private final FakeDiscord discord = new FakeDiscord();

    private final Notifier notifier = DiscordNotifier.to(discord.webhook(FakeDiscord.ID))
            .and(discord.webhook(FakeDiscord.OTHER_ID))
            .links(Messages.LINKS)
            .build();

    @Override
    protected Notifier notifier() {
        return notifier;
    }

    @Override
    protected String arrived(String recipient) {
        return discord.text(recipient);
    }

    @Override
    protected List<String> links(String recipient) {
        return discord.links(recipient);
    }

    @Override
    protected void breaks() {
        discord.breaks();
    }

    @Override
    protected void recovers() {
        discord.recovers();
    }
}
