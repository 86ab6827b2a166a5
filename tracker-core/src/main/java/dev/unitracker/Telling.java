package dev.unitracker;

import dev.unitracker.internal.tell.Announcements;
import dev.unitracker.internal.tell.Audience;
import dev.unitracker.internal.tell.Dispatcher;
import dev.unitracker.internal.tell.MessageWriter;
import dev.unitracker.model.Item;
import dev.unitracker.model.StoredItem;
import dev.unitracker.report.DispatchReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the notifiers of a tracker. Safe for use by several threads. */
final class Telling {

    private static final Logger log = LoggerFactory.getLogger("unitracker.dispatch");

    private final Account account;
    private final Duration staleAfter;
    private final int digestHour;
    private final Audience audience;
    private final Announcements announcements;
    private final Dispatcher dispatcher;

    Telling(TrackerBuilder settings, Account account) {
        this.account = account;
        this.staleAfter = settings.staleAfter;
        this.digestHour = settings.digestHour;
        this.audience = new Audience(settings.notifiers);
        this.announcements = new Announcements(audience, account.alerts(), account.zone());
        DigestWriter digests = account.digests(account.language());
        MessageWriter writer = new MessageWriter(account.zone(), account.texts(), digests::write);
        this.dispatcher = new Dispatcher(account.store(), account.name(), account.alerts(), writer, account::now);
    }

    /** Returns what looks announce their changes with. */
    Announcements announcements() {
        return announcements;
    }

    /** Sends what is due. */
    DispatchReport dispatch() {
        Instant moment = account.now();
        // Without anybody to tell there is nothing to read.
        if (!audience.isEmpty()) {
            account.store().inTransaction(account.name(), session -> {
                List<Item> near =
                        account
                                .outlook(session)
                                .deadlines(moment, moment.plus(announcements.reminderHorizon()))
                                .stream()
                                .map(StoredItem::item)
                                .toList();
                announcements.reminders(session, near, moment);
                announcements.stale(session, staleAfter, moment);
                announcements.digest(session, moment.atZone(account.zone()), digestHour);
                return near;
            });
        }
        return dispatcher.send(audience);
    }

    /** Sends what is due after a look, which was made whatever becomes of telling. */
    Optional<DispatchReport> dispatchQuietly() {
        try {
            DispatchReport report = dispatch();
            report.warnings().forEach(log::warn);
            return Optional.of(report);
        } catch (RuntimeException | Error e) {
            log.warn("what is to be told could not be read; it is tried again later", e);
            return Optional.empty();
        }
    }
}
