package dev.unitracker.telegram;

import dev.unitracker.spi.Notifier;
import dev.unitracker.testkit.FallibleNotifierContract;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class TelegramNotifierContractTest extends FallibleNotifierContract {

    private final BotApiSimulator telegram = new BotApiSimulator();
    private final Notifier notifier = TelegramNotifier.to(BotApiSimulator.ANA, BotApiSimulator.TOKEN)
            .and(BotApiSimulator.GROUP)
            .baseUrl(telegram.url())
            .build();

    @AfterEach
    void close() {
        telegram.close();
    }

    @Override
    protected Notifier notifier() {
        return notifier;
    }

    @Override
    protected String arrived(String recipient) {
        return String.join("\n", telegram.chat(recipient).texts());
    }

    @Override
    protected List<String> links(String recipient) {
        return telegram.chat(recipient).links();
    }

    @Override
    protected void breaks() {
        telegram.failsOnce(500, "{\"ok\":false,\"error_code\":500,\"description\":\"Internal Server Error\"}");
    }

    @Override
    protected void recovers() {
        // It failed once only.
    }
}
