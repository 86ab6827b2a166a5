package dev.unitracker.store.jdbc;

import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.notice.Message;
import dev.unitracker.spi.Notifier;
import java.time.Duration;
import java.util.List;

/** A notifier to which everything happens that can. */
final class Post implements Notifier {

    private final String name;
    private final Accidents accidents;
    private final List<String> recipients;

    Post(String name, Accidents accidents, String... recipients) {
        this.name = name;
        this.accidents = accidents;
        this.recipients = List.of(recipients);
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
        accidents.sends(message.key());
        switch (accidents.fate(14)) {
            case 1 -> fail(NotDeliveredException.forNow("no network", null));
            case 2 -> fail(NotDeliveredException.until(Duration.ofMinutes(7), "too many requests"));
            case 3 -> fail(NotDeliveredException.forGood("blocked", null));
            case 4 -> fail(new IllegalStateException("unexpected"));
            case 5 -> {
                accidents.fails();
                throw new AssertionError("a notifier's own bug");
            }
            case 6 -> {
                accidents.die();
                throw new IllegalStateException("died before it was sent");
            }
            case 7 -> {
                accidents.arrives(message.key());
                accidents.die();
            }
            default -> accidents.arrives(message.key());
        }
    }

    private void fail(RuntimeException failure) {
        accidents.fails();
        throw failure;
    }
}
