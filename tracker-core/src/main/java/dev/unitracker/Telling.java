package dev.unitracker;

import dev.unitracker.internal.tell.Acknowledgement;
import dev.unitracker.internal.tell.Announcements;
import dev.unitracker.internal.tell.Audience;
import dev.unitracker.internal.tell.Dispatcher;
import dev.unitracker.internal.tell.MessageWriter;
import dev.unitracker.internal.tell.Snooze;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.notice.AlertPolicy;
import dev.unitracker.notice.AlertSettings;
import dev.unitracker.notice.NoticeKind;
import dev.unitracker.notice.Severity;
import dev.unitracker.report.DispatchReport;
import dev.unitracker.spi.Message;
import dev.unitracker.spi.Store;
import dev.unitracker.words.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the notifiers of a tracker, and hears what those who were told say of it. Safe for use by several threads. */
final class Telling {

    private static final Logger log = LoggerFactory.getLogger("unitracker.dispatch");

    private final String account;
    private final Store store;
    private final ZoneId zone;
    private final Supplier<Instant> now;
    private final Duration staleAfter;
    private final int digestHour;
    private final Audience audience;
    private final Announcements announcements;
    private final DigestWriter digests;
    private final Dispatcher dispatcher;

    Telling(TrackerBuilder settings, Supplier<Instant> now) {
        this.account = settings.account;
        this.store = settings.store;
        this.zone = settings.zone;
        this.now = now;
        this.staleAfter = settings.staleAfter;
        this.digestHour = settings.digestHour;
        AlertSettings alerts = settings.alerts == null ? AlertSettings.in(zone) : settings.alerts;
        this.audience = new Audience(settings.notifiers);
        this.announcements = new Announcements(audience, alerts, zone);
        Texts texts = Texts.in(settings.language);
        this.digests = new DigestWriter(account, new AlertPolicy(alerts, zone), zone, texts);
        MessageWriter writer = new MessageWriter(account, zone, texts, digests::write);
        this.dispatcher = new Dispatcher(store, account, alerts, writer, now);
    }

    /** Returns what looks announce their changes with. */
    Announcements announcements() {
        return announcements;
    }

    /** Sends what is due. */
    DispatchReport dispatch() {
        Instant moment = now.get();
        // Without anybody to tell there is nothing to read.
        if (!audience.isEmpty()) {
            store.inTransaction(account, session -> {
                List<Item> near = new Outlook(session, account, zone)
                        .deadlines(moment, moment.plus(announcements.reminderHorizon()));
                announcements.reminders(session, near, moment);
                announcements.stale(session, staleAfter, moment);
                announcements.digest(session, moment.atZone(zone), digestHour);
                return near;
            });
        }
        return dispatcher.send(audience);
    }

    /** Sends what is due after a look, which was made whatever becomes of telling. */
    void dispatchQuietly() {
        try {
            dispatch().warnings().forEach(log::warn);
        } catch (RuntimeException e) {
            log.warn("what is to be told could not be read; it is tried again later", e);
        }
    }

    boolean acknowledge(long change) {
        Instant moment = now.get();
        return store.inTransaction(account, session -> Acknowledgement.of(change, session.outbox(), moment));
    }

    boolean snooze(ItemId item, Duration time) {
        Instant moment = now.get();
        return store.inTransaction(
                account, session -> Snooze.until(moment.plus(time), session.outbox(), item.key(), moment));
    }

    Message digest(Duration window) {
        Instant moment = now.get();
        List<Message.Line> lines = store.inTransaction(account, session -> digests.write(session, window, moment));
        return new Message("digest on demand " + moment, NoticeKind.DIGEST, Severity.INFORMATION, lines, null);
    }
}
