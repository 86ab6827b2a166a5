package dev.unitracker.telegram;

import dev.unitracker.Account;
import dev.unitracker.model.Change;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.StoredItem;
import dev.unitracker.notice.Delivery;
import dev.unitracker.telegram.Command.Asked;
import dev.unitracker.telegram.Outcome.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Does what is asked, within the transaction of whoever calls. Doing it again changes nothing. */
final class Deeds {

    private static final Duration SNOOZE = Duration.ofDays(1);

    private final Account account;

    Deeds(Account account) {
        this.account = account;
    }

    /** Does what a command asks to be done; most only ask to be told something. */
    Outcome asked(Asked asked) {
        if (asked.command() != Command.DONE || asked.number() == 0) {
            return Outcome.of(Kind.NOTHING_TO_DO);
        }
        return item(asked.number()).map(this::done).orElse(Outcome.of(Kind.UNKNOWN));
    }

    /**
     * Does what a button stands for.
     *
     * @param chat the chat in which it was pressed, by each of the ids that were configured for it
     */
    Outcome pressed(ButtonData data, List<Delivery.Address> chat) {
        return switch (data.action()) {
            case ACKNOWLEDGE -> known(data.number(), chat);
            case DONE -> shown(data).map(this::done).orElse(Outcome.of(Kind.UNKNOWN));
            case SNOOZE -> shown(data).map(this::snoozed).orElse(Outcome.of(Kind.UNKNOWN));
            case OPEN -> Outcome.of(Kind.UNKNOWN);
        };
    }

    private Outcome known(long change, List<Delivery.Address> chat) {
        long told = chat.stream().filter(to -> account.acknowledge(change, to)).count();
        return Outcome.of(told > 0 ? Kind.DONE : Kind.UNKNOWN);
    }

    private Outcome snoozed(ItemId id) {
        if (account.snooze(id, SNOOZE)) {
            return Outcome.of(Kind.DONE);
        }
        Instant now = account.now();
        boolean soon = account.item(id)
                .flatMap(stored -> stored.item().dueAt())
                .filter(due -> due.isAfter(now) && !due.isAfter(now.plus(SNOOZE)))
                .isPresent();
        return Outcome.of(soon ? Kind.TOO_LATE : Kind.UNKNOWN);
    }

    private Outcome done(ItemId id) {
        Optional<StoredItem> item = account.item(id);
        if (item.isEmpty()) {
            return Outcome.of(Kind.UNKNOWN);
        }
        boolean news = account.markDone(id).isPresent();
        return new Outcome(
                news ? Kind.DONE : Kind.DONE_ALREADY, item.get().item().title());
    }

    private Optional<ItemId> shown(ButtonData data) {
        return account.item(data.number()).map(stored -> stored.item().id());
    }

    private Optional<ItemId> item(long change) {
        return account.change(change).map(Change::item);
    }
}
