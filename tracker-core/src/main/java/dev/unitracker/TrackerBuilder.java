package dev.unitracker;

import dev.unitracker.error.SettingsException;
import dev.unitracker.memory.InMemoryArtifactStore;
import dev.unitracker.notice.AlertSettings;
import dev.unitracker.run.Part;
import dev.unitracker.spi.ArtifactStore;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.Notifier;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The settings of a tracker. Each method checks its value and returns this builder. Not for use by several threads. */
public final class TrackerBuilder {
    /** No hour of a day comes this late. */
    static final int NO_DIGEST = 24;

    final List<Collector> collectors = new ArrayList<>();
    final List<Notifier> notifiers = new ArrayList<>();
    private final Account account;
    ArtifactStore artifacts = new InMemoryArtifactStore();
    InstantSource clock;
    Duration fullLookEvery = Duration.ofHours(6);
    boolean massRemovals;
    Consumer<String> progress = doing -> {};
    TrackerObserver observer = new TrackerObserver() {};
    String owner = "";
    Duration leaseFor = Duration.ofMinutes(15);

    @Nullable
    AlertSettings alerts;

    Duration staleAfter = Duration.ofHours(6);
    int digestHour = NO_DIGEST;

    TrackerBuilder(Account account) {
        this.account = Objects.requireNonNull(account, "account");
        this.clock = account.clock();
    }

    /** Returns the account, as the tracker sees it. */
    Account watched() {
        Account at = account.at(clock)
                .sources(collectors.stream()
                        .flatMap(collector -> collector.profile().stream())
                        .distinct()
                        .toList());
        return alerts == null ? at : at.alerts(alerts);
    }

    /** Sets where the answers of sources are kept verbatim. Default: memory, until the process ends. */
    public TrackerBuilder artifacts(ArtifactStore artifacts) {
        this.artifacts = Objects.requireNonNull(artifacts, "artifacts");
        return this;
    }

    /** Adds a collector. No two collectors of a tracker have the same name. */
    public TrackerBuilder collector(Collector collector) {
        collectors.add(Objects.requireNonNull(collector, "collector"));
        return this;
    }

    /** Adds several collectors, in their order. */
    public TrackerBuilder collectors(Collection<? extends Collector> collectors) {
        this.collectors.addAll(collectors);
        return this;
    }

    /** Adds a notifier. No two notifiers of a tracker have the same name. Default: none, and no message is sent. */
    public TrackerBuilder notifier(Notifier notifier) {
        notifiers.add(notifier);
        return this;
    }

    /** Sets the clock. Default: the account's. */
    public TrackerBuilder clock(InstantSource clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        return this;
    }

    /**
     * Sets how long after a full look {@link Tracker#sync} makes the next one. Zero makes each look a full one.
     * Default: six hours.
     *
     * @throws SettingsException if the time is negative
     */
    public TrackerBuilder fullLookEvery(Duration time) {
        if (time.isNegative()) {
            throw SettingsException.wrong("fullLookEvery", time, "it must not be negative");
        }
        this.fullLookEvery = time;
        return this;
    }

    /**
     * Lets a look remove more than half of the items of a course, or of the items of no course, at once. Default: they
     * are not removed and the report says so, because usually the source has a fault.
     */
    public TrackerBuilder acceptMassRemovals() {
        this.massRemovals = true;
        return this;
    }

    /**
     * Sets a listener that gets a few words, for people, on what a look is doing. Any thread of a collector may call it.
     * Default: none.
     */
    public TrackerBuilder progress(Consumer<String> progress) {
        this.progress = Objects.requireNonNull(progress, "progress");
        return this;
    }

    /** Sets who is told what the tracker did, for example to count it. Default: nobody. */
    public TrackerBuilder observer(TrackerObserver observer) {
        this.observer = Objects.requireNonNull(observer, "observer");
        return this;
    }

    /**
     * Sets the name under which this tracker holds the lease of the account; an
     * {@link dev.unitracker.error.AccountBusyException} tells it to others. A tracker with the same name may take the
     * account at once, without waiting for the lease to run out. So give a name to a process that may restart after a
     * crash, and never give the same name to two that run at the same time. Default: process, host and a number, which
     * no two share.
     *
     * @throws SettingsException if the name is blank
     */
    public TrackerBuilder owner(String name) {
        if (name.isBlank()) {
            throw SettingsException.wrong("owner", name, "it must not be blank");
        }
        this.owner = name;
        return this;
    }

    /**
     * Sets how long the lease of a look lasts. A look renews it whenever it writes or says what it is doing; if it does
     * neither for so long, it counts as dead and another tracker may take the account. Default: fifteen minutes.
     *
     * <p>The clocks of machines that share a store must differ by less than this. If they differ by more, one machine
     * takes the account from a look that is alive; that look then ends with an exception, and nothing wrong is written.
     *
     * @throws SettingsException if the time is not positive
     */
    public TrackerBuilder leaseFor(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw SettingsException.wrong("leaseFor", time, "it must be positive");
        }
        this.leaseFor = time;
        return this;
    }

    /**
     * Sets which changes are alerts, and when people are told. Default: the
     * {@linkplain Account#alerts settings of the account}.
     */
    public TrackerBuilder alerts(AlertSettings settings) {
        this.alerts = Objects.requireNonNull(settings, "settings");
        return this;
    }

    /**
     * Sets the hour, in the account's zone, from which on a digest is sent each day. Default: no digest is sent.
     *
     * @throws SettingsException if the hour is not from 0 to 23
     */
    public TrackerBuilder dailyDigestAt(int hour) {
        if (hour < 0 || hour >= NO_DIGEST) {
            throw SettingsException.wrong("dailyDigestAt", hour, "it must be an hour from 0 to 23");
        }
        this.digestHour = hour;
        return this;
    }

    /**
     * Sets after how long people are told that nothing could be read from any source. Default: six hours. That nothing is seen of
     * a part, though its source answers, is told after an hour.
     *
     * @throws SettingsException if the time is not positive
     */
    public TrackerBuilder staleAfter(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw SettingsException.wrong("staleAfter", time, "it must be positive");
        }
        this.staleAfter = time;
        return this;
    }

    /**
     * Builds the tracker. Nothing is read or looked at yet; notifiers are asked for their recipients.
     *
     * @throws SettingsException if there is no collector; if the name of a collector is blank, longer than
     *     {@value NoteOwner#MAX_NAME} characters or has a slash; if two collectors, two parts or two notifiers have the
     *     same name; if the name of a notifier has a slash; or if a notifier cannot name its recipients
     */
    public Tracker build() {
        if (collectors.isEmpty()) {
            throw new SettingsException("a tracker needs at least one collector: call collector(…)");
        }
        checkNames(collectors.stream().map(Collector::name).toList(), "collectors");
        collectors.forEach(TrackerBuilder::checkOwner);
        checkNames(
                collectors.stream()
                        .flatMap(collector -> collector.parts().stream())
                        .map(Part::name)
                        .toList(),
                "parts");
        if (notifiers.stream().map(Notifier::name).distinct().count() < notifiers.size()) {
            throw new SettingsException("two notifiers have the same name; it is remembered by name who was told what");
        }
        if (notifiers.stream().anyMatch(notifier -> notifier.name().indexOf('/') >= 0)) {
            throw new SettingsException("a notifier's name must not have a slash: it stands before the recipient's");
        }
        return new Tracker(this);
    }

    /** A collector keeps notes under its name. */
    private static void checkOwner(Collector collector) {
        try {
            NoteOwner.collector(collector.name());
        } catch (IllegalArgumentException e) {
            throw new SettingsException(
                    "a collector's name must be 1 to %d characters, not '%s'"
                            .formatted(NoteOwner.MAX_NAME, collector.name()),
                    e);
        }
        if (collector.name().indexOf('/') >= 0) {
            throw new SettingsException(
                    "a collector's name must not have a slash: it stands before its items' keys; not '"
                            + collector.name() + "'");
        }
    }

    private static void checkNames(List<String> names, String what) {
        Set<String> known = new HashSet<>();
        names.stream().filter(name -> !known.add(name)).findFirst().ifPresent(name -> {
            throw new SettingsException("two " + what + " have the name " + name + "; give each source one of its own");
        });
    }
}
