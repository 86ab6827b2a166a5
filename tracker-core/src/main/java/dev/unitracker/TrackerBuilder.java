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

/** Collects what a tracker is made of. Not for use by several threads. */
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

    /** Sets where answers are kept verbatim. Default: memory, until the process ends. */
    public TrackerBuilder artifacts(ArtifactStore artifacts) {
        this.artifacts = Objects.requireNonNull(artifacts, "artifacts");
        return this;
    }

    /** Adds what reads a source. Each source has a name of its own. */
    public TrackerBuilder collector(Collector collector) {
        collectors.add(Objects.requireNonNull(collector, "collector"));
        return this;
    }

    /** Adds what reads some sources. */
    public TrackerBuilder collectors(Collection<? extends Collector> collectors) {
        this.collectors.addAll(collectors);
        return this;
    }

    /** Adds somebody to tell. Default: nobody. */
    public TrackerBuilder notifier(Notifier notifier) {
        notifiers.add(notifier);
        return this;
    }

    /** Sets the clock. Default: the account's. */
    public TrackerBuilder clock(InstantSource clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        return this;
    }

    /** Sets how long a full look lasts before {@link Tracker#sync} makes another. Default: six hours. */
    public TrackerBuilder fullLookEvery(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("the time between full looks must not be negative: " + time);
        }
        this.fullLookEvery = time;
        return this;
    }

    /**
     * Believes that more than half of a course, or of what belongs to no course, vanished at once. Default: such an absence
     * is held back and reported, for as a rule something went wrong.
     */
    public TrackerBuilder acceptMassRemovals() {
        this.massRemovals = true;
        return this;
    }

    /** Sets who is told what a look is doing. Default: nobody. */
    public TrackerBuilder progress(Consumer<String> progress) {
        this.progress = Objects.requireNonNull(progress, "progress");
        return this;
    }

    /**
     * Sets the name by which others are told who has the account. Whoever has the same name is taken for the same: it
     * takes the account back at once after it died, so no two that run at a time may share one. Default: process, host
     * and a number, which no two share.
     */
    public TrackerBuilder owner(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an owner needs a name");
        }
        this.owner = name;
        return this;
    }

    /**
     * Sets for how long a look keeps others from the account without a sign of life; after that it is taken for dead.
     * Default: fifteen minutes. The clocks of machines that share a store have to differ by less, or one of them takes
     * running looks of the other for dead; nothing wrong is written then, but a look is lost.
     */
    public TrackerBuilder leaseFor(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("the time of a lease must be positive: " + time);
        }
        this.leaseFor = time;
        return this;
    }

    /** Sets what is told, and when. Default: what the account was made with, else {@link AlertSettings#in} its zone. */
    public TrackerBuilder alerts(AlertSettings settings) {
        this.alerts = Objects.requireNonNull(settings, "settings");
        return this;
    }

    /** Sets the hour of the account's zone from which on a digest is sent each day, 0 to 23. Default: none is sent by itself. */
    public TrackerBuilder dailyDigestAt(int hour) {
        if (hour < 0 || hour >= NO_DIGEST) {
            throw new IllegalArgumentException("a day has the hours 0 to 23, not " + hour);
        }
        this.digestHour = hour;
        return this;
    }

    /** Sets after how long without a look that read something the notifiers are told so. Default: six hours. */
    public TrackerBuilder staleAfter(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("the time without a look must be positive: " + time);
        }
        this.staleAfter = time;
        return this;
    }

    /**
     * Builds the tracker.
     *
     * @throws SettingsException if there is no collector, if a collector's name is blank, longer than
     *     {@value NoteOwner#MAX_NAME} characters or has a slash, if two collectors, parts or notifiers have one name, or if a
     *     notifier has a slash in its name or does not say whom it tells
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
