package dev.unitracker.notice;

import dev.unitracker.dates.FactType;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.FieldKey.Part;
import dev.unitracker.model.FieldValue;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides which changes of one look at one course are told, and when. Pure; immutable and safe for use by several
 * threads.
 */
public final class AlertPlan {

    /** The facts of a text that say when something takes place. That an activity opens is told early enough in the morning. */
    private static final Set<FactType> OCCASIONS =
            EnumSet.of(FactType.EXAM_AT, FactType.CLASS_SESSION_AT, FactType.STARTS_AT);

    private final AlertSettings settings;
    private final AlertPolicy policy;

    /**
     * Makes a plan by some settings.
     *
     * @param settings what a student wants to be told, and when
     * @param zone the zone in which days without a time lie
     */
    public AlertPlan(AlertSettings settings, ZoneId zone) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.policy = new AlertPolicy(settings, zone);
    }

    private record Alert(Change change, Item item, Severity severity) {}

    /**
     * Plans alerts. If there are more changes of one kind than {@link AlertSettings#storm} allows, they become one
     * notice.
     *
     * @param course the source key of the course; empty for what belongs to none
     * @param changes as they were written, in order
     * @param items the items after the changes, by id; a change whose item is missing is not told
     * @param run the name of the run
     * @param now the moment of the look
     * @return the notices, ordered by kind of change, then as the changes; empty if nobody is to be told anything
     */
    public List<Planned> of(String course, List<Change> changes, Map<ItemId, Item> items, String run, Instant now) {
        Map<ChangeKind, List<Alert>> byKind = new EnumMap<>(ChangeKind.class);
        for (Change change : changes) {
            Item item = items.get(change.item());
            if (item != null) {
                policy.judge(change, item, now)
                        .ifPresent(severity -> byKind.computeIfAbsent(change.kind(), kind -> new ArrayList<>())
                                .add(new Alert(change, item, severity)));
            }
        }
        List<Planned> planned = new ArrayList<>();
        byKind.forEach((kind, alerts) -> {
            if (alerts.size() > settings.storm()) {
                planned.add(storm(course, kind, alerts, run, now));
            } else {
                alerts.forEach(alert -> planned.add(single(alert, now)));
            }
        });
        return planned;
    }

    private Planned single(Alert alert, Instant now) {
        Notice notice =
                new Notice.ChangeAlert(alert.change().number(), alert.item().id(), alert.severity());
        return placed(notice, List.of(alert.change()), now, expiry(alert, now));
    }

    private Planned storm(String course, ChangeKind kind, List<Alert> alerts, String run, Instant now) {
        Severity highest = Collections.max(alerts.stream().map(Alert::severity).toList());
        List<Long> numbers =
                alerts.stream().map(alert -> alert.change().number()).toList();
        Notice notice = new Notice.Storm(run, course, kind, numbers, highest);
        List<Instant> expiries = alerts.stream()
                .map(alert -> expiry(alert, now))
                .filter(Objects::nonNull)
                .toList();
        List<Change> changes = alerts.stream().map(Alert::change).toList();
        return placed(notice, changes, now, expiries.size() == alerts.size() ? Collections.max(expiries) : null);
    }

    private Planned placed(Notice notice, List<Change> changes, Instant now, @Nullable Instant expiresAt) {
        return new Planned(notice, placed(settings.quietHours(), notice, changes, now, expiresAt), expiresAt);
    }

    /**
     * Returns the moment at which an alert may be told: {@code now}, unless that is within quiet hours. Then it is told
     * when the quiet hours are over, or before they begin, if the alert expires or something that its changes announce
     * takes place by then.
     *
     * @param quiet the quiet hours
     * @param notice the alert
     * @param changes the changes that it tells
     * @param now when it is to be told
     * @param expiresAt the moment from which on it is not told any more; null if it does not expire
     * @return the moment; it may be past
     */
    public static Instant placed(
            QuietHours quiet, Notice notice, List<Change> changes, Instant now, @Nullable Instant expiresAt) {
        Instant placed = quiet.place(now, expiresAt);
        if (placed.equals(now) || !notice.asksForAcknowledgement()) {
            return placed;
        }
        return changes.stream()
                .flatMap(AlertPlan::occasions)
                .filter(moment -> moment.isAfter(now))
                .min(Comparator.naturalOrder())
                .map(soonest -> quiet.place(now, soonest))
                .filter(earlier -> earlier.isBefore(placed))
                .orElse(placed);
    }

    /** Returns the hours at which something takes place that a change brings; a day without a time has none. */
    private static Stream<Instant> occasions(Change change) {
        return change.news().stream()
                .filter(field -> field.key()
                        .fact()
                        .filter(fact -> fact.part() == Part.VALUE && OCCASIONS.contains(fact.type()))
                        .isPresent())
                .flatMap(field -> field.valueAfter().flatMap(FieldValue::moment).stream());
    }

    /** What is over, or can no longer be handed in, is worth no alert. That an activity opens ends nothing. */
    private static @Nullable Instant expiry(Alert alert, Instant now) {
        if (alert.severity() == Severity.INFORMATION) {
            return null;
        }
        Item item = alert.item();
        Optional<Instant> over = item.type().equals(ItemType.CALENDAR_EVENT) ? item.startsAt() : Optional.empty();
        return item.dueAt().or(() -> over).filter(moment -> moment.isAfter(now)).orElse(null);
    }
}
