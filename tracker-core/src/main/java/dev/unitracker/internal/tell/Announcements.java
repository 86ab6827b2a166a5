package dev.unitracker.internal.tell;

import dev.unitracker.internal.history.KnownParts;
import dev.unitracker.internal.history.Readings;
import dev.unitracker.model.Change;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemType;
import dev.unitracker.notice.AlertPlan;
import dev.unitracker.notice.AlertSettings;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Delivery.Address;
import dev.unitracker.notice.Delivery.Timing;
import dev.unitracker.notice.Notice;
import dev.unitracker.notice.Planned;
import dev.unitracker.notice.Reminders;
import dev.unitracker.run.Run;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.Notifier;
import dev.unitracker.spi.RunAnswers;
import dev.unitracker.spi.StoreSession;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts into the outbox what is to be told: one delivery for each recipient of each notifier. */
public final class Announcements {

    /** The note that tells up to which ledger entry first looks were announced. */
    private static final String ANNOUNCED = "first looks announced";

    /** For how long nothing is seen of a part before it is told; a source that answers is asked often enough by then. */
    private static final Duration BLIND_AFTER = Duration.ofHours(1);

    /** A network is there by then, if there is one. */
    private static final Duration WAKING_UP = Duration.ofMinutes(30);

    private static final int ENTRIES_AT_ONCE = 500;

    private final Audience audience;
    private final AlertSettings settings;
    private final AlertPlan alerts;
    private final Reminders reminders;

    /**
     * @param zone the zone in which days without a time lie
     */
    public Announcements(Audience audience, AlertSettings settings, ZoneId zone) {
        this.audience = audience;
        this.settings = settings;
        this.alerts = new AlertPlan(settings, zone);
        this.reminders = new Reminders(settings);
    }

    /** Returns announcements to nobody, for replays. */
    public static Announcements toNobody(ZoneId zone) {
        return new Announcements(new Audience(List.of()), AlertSettings.in(zone), zone);
    }

    /**
     * A look at one course.
     *
     * @param course the source key of the course; empty for what belongs to none
     * @param run the name of the look
     * @param at when it was made
     */
    public record OneLook(String course, String run, Instant at) {}

    /**
     * Announces the changes of one look at one course, in the transaction that writes them.
     *
     * @param items the course's items as they are now
     */
    public void changes(StoreSession session, OneLook look, List<Change> changes, Collection<Item> items) {
        if (audience.isEmpty() || changes.isEmpty()) {
            return;
        }
        Map<ItemId, Item> byId = items.stream().collect(Collectors.toMap(Item::id, item -> item));
        add(session, alerts.of(look.course(), changes, byId, look.run(), look.at()), look.at());
    }

    /**
     * Announces what a whole look means, in the transaction that ends it, before it is {@linkplain Readings noted}.
     *
     * @param refusal what the source said of the login; empty if it took it
     */
    public void look(StoreSession session, Run run, Optional<String> refusal) {
        if (audience.isEmpty()) {
            return;
        }
        List<Planned> planned = new ArrayList<>(firstLooks(session, run));
        if (refusal.isPresent() && !Readings.isRefused(session)) {
            planned.add(operations(new Notice.CredentialsLost(run.name(), refusal.get()), run.finishedAt()));
        }
        add(session, planned, run.finishedAt());
    }

    /** One line for all that a first look, or a newly joined course, brought. */
    private List<Planned> firstLooks(StoreSession session, Run run) {
        long announced =
                Long.parseLong(session.notes().get(NoteOwner.CORE, ANNOUNCED).orElse("0"));
        long last = session.ledger().last();
        if (announced == last) {
            return List.of();
        }
        long items = 0;
        long courses = 0;
        long from = announced;
        while (from < last) {
            List<Change> entries = session.ledger().after(from, ENTRIES_AT_ONCE);
            for (Change change : entries) {
                boolean first = change.baseline();
                items += first ? 1 : 0;
                courses += first && change.about().type().equals(ItemType.COURSE) ? 1 : 0;
            }
            from = entries.get(entries.size() - 1).number();
        }
        session.notes().put(NoteOwner.CORE, ANNOUNCED, Long.toString(last));
        return items == 0
                ? List.of()
                : List.of(operations(new Notice.Baseline(run.name(), courses, items), run.finishedAt()));
    }

    /** Announces deadlines that come near. What is announced already stays as it is. */
    public void reminders(StoreSession session, List<Item> deadlines, Instant now) {
        if (audience.isEmpty() || deadlines.isEmpty()) {
            return;
        }
        Map<ItemId, Change> known = lastMoves(session, deadlines, now);
        List<Planned> planned = deadlines.stream()
                .flatMap(item -> reminders(item, known.get(item.id()), now))
                .toList();
        add(session, planned, now);
    }

    /**
     * Announces the digest of a day, once, from an hour of that day on. It tells what changed since the last one, or else
     * since that hour of the day before.
     */
    public void digest(StoreSession session, ZonedDateTime now, int hour) {
        if (audience.isEmpty() || now.getHour() < hour) {
            return;
        }
        LocalDate day = now.toLocalDate();
        Notice notice = DigestWindow.notice(day, hour, now.getZone());
        Instant at = settings.quietHours().place(now.toInstant(), null);
        add(session, List.of(new Planned(notice, at, digestExpires(day, hour, now.getZone(), at))), now.toInstant());
    }

    /** One that quiet hours put off until the morning is of use until the next is due; never do two come at once. */
    private static Instant digestExpires(LocalDate day, int hour, ZoneId zone, Instant at) {
        LocalDate tomorrow = day.plusDays(1);
        Instant midnight = tomorrow.atStartOfDay(zone).toInstant();
        return at.isBefore(midnight)
                ? midnight
                : tomorrow.atTime(hour, 0).atZone(zone).toInstant();
    }

    /** One that quiet hours would bring forward to when its deadline became known would come with the alert of that. */
    private Stream<Planned> reminders(Item item, @Nullable Change lastMove, Instant now) {
        Instant knownSince = lastMove == null ? Instant.EPOCH : lastMove.seenAt();
        boolean alerted = lastMove != null && !lastMove.baseline();
        return reminders.of(item, knownSince, now).stream()
                .filter(planned -> !alerted || !planned.at().isBefore(knownSince));
    }

    /**
     * Announces, once, that nothing was looked at for a while. Where looks fail after a pause, a machine that woke up without
     * its network for example, they have to fail for some time. Where a source answers and nothing is seen of a part all the same,
     * that is told after an hour: nobody else will notice.
     */
    public void stale(StoreSession session, Duration threshold, Instant now) {
        if (audience.isEmpty()) {
            return;
        }
        List<Readings.Blind> blind = Readings.blind(session);
        blind.stream()
                .filter(part -> !part.since().plus(BLIND_AFTER).isAfter(now))
                .map(Readings.Blind::run)
                .distinct()
                .forEach(run -> addStale(session, run, BLIND_AFTER, now));
        if (!blind.isEmpty() && blind.size() == KnownParts.of(session.notes()).size()) {
            return;
        }
        Optional<Run> read = Readings.latest(session);
        if (read.isEmpty()) {
            neverRead(session, threshold, now);
        } else if (read.get().finishedAt().plus(threshold).isBefore(now) && inVain(session, read.get(), now)) {
            addStale(session, read.get().name(), threshold, now);
        }
    }

    private static boolean inVain(StoreSession session, Run read, Instant now) {
        return session.runs().after(read.name(), 1).stream()
                .map(RunAnswers::run)
                .allMatch(failed -> failed.startedAt().plus(WAKING_UP).isBefore(now));
    }

    /** What has been tried in vain from the beginning is to be told as well. */
    private void neverRead(StoreSession session, Duration threshold, Instant now) {
        session.runs().after("", 1).stream()
                .map(RunAnswers::run)
                .filter(first -> first.startedAt().plus(threshold).isBefore(now))
                .forEach(first -> addStale(session, first.name(), threshold, now));
    }

    private void addStale(StoreSession session, String since, Duration threshold, Instant now) {
        add(session, List.of(operations(new Notice.Silence(since, threshold), now)), now);
    }

    /** Returns how far ahead deadlines are of interest. */
    public Duration reminderHorizon() {
        return reminders.longest();
    }

    /** Returns since when deadlines are as they are, if it is since lately; earlier changes play no part. */
    private Map<ItemId, Change> lastMoves(StoreSession session, List<Item> deadlines, Instant now) {
        Instant since = now.minus(reminderHorizon());
        Map<ItemId, Change> known = new HashMap<>();
        session.ledger().of(deadlines.stream().map(Item::id).toList(), since).stream()
                .filter(change -> change.field(Field.DUE_AT).isPresent())
                .forEach(change -> known.put(change.item(), change));
        return known;
    }

    private Planned operations(Notice notice, Instant now) {
        return new Planned(notice, settings.quietHours().place(now, null), null);
    }

    private void add(StoreSession session, List<Planned> planned, Instant now) {
        List<Delivery> deliveries = new ArrayList<>();
        for (Notifier notifier : audience.notifiers()) {
            for (String recipient : audience.of(notifier)) {
                Address to = new Address(notifier.name(), recipient);
                planned.forEach(one ->
                        deliveries.add(Delivery.of(one.notice(), to, new Timing(now, one.at(), one.expiresAt()))));
            }
        }
        if (!deliveries.isEmpty()) {
            session.outbox().add(deliveries);
        }
    }
}
