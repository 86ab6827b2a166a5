package dev.unitracker;

import dev.unitracker.digest.Digest;
import dev.unitracker.internal.history.KnownParts;
import dev.unitracker.internal.history.Readings;
import dev.unitracker.model.Change;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.StoredItem;
import dev.unitracker.notice.AlertPolicy;
import dev.unitracker.notice.Message.Line;
import dev.unitracker.report.Risk;
import dev.unitracker.spi.StoreSession;
import dev.unitracker.words.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers what a digest is made of. */
final class DigestWriter {

    private static final Duration AHEAD = Duration.ofDays(14);
    private static final int CHANGES = 10_000;

    private final AlertPolicy policy;
    private final ZoneId zone;
    private final Texts texts;

    DigestWriter(AlertPolicy policy, ZoneId zone, Texts texts) {
        this.policy = policy;
        this.zone = zone;
        this.texts = texts;
    }

    /**
     * Returns the lines of a digest.
     *
     * @param window the time before {@code now} whose changes it tells
     */
    List<Line> write(StoreSession session, Duration window, Instant now) {
        Instant since = now.minus(window);
        List<StoredItem> changed = session.items().updatedSince(since, CHANGES);
        List<ItemId> ids = changed.stream().map(stored -> stored.item().id()).toList();
        List<Change> changes = ids.isEmpty() ? List.of() : session.ledger().of(ids, since);
        List<Risk> ahead = new Outlook(session, zone).risks(now, now.plus(AHEAD));
        Map<ItemId, Item> items = new HashMap<>();
        changed.forEach(stored -> put(items, stored));
        session.items().find(ItemQuery.active().type(ItemType.COURSE)).forEach(stored -> put(items, stored));
        Digest.Facts facts =
                new Digest.Facts(changes, items, ahead, Readings.latest(session), KnownParts.of(session.notes()), now);
        return Digest.of(facts, policy, texts, zone);
    }

    private static void put(Map<ItemId, Item> items, StoredItem stored) {
        items.put(stored.item().id(), stored.item());
    }
}
