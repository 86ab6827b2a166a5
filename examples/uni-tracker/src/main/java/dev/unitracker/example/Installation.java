package dev.unitracker.example;

import dev.unitracker.Account;
import dev.unitracker.Accounts;
import dev.unitracker.Tracker;
import dev.unitracker.TrackerBuilder;
import dev.unitracker.error.SettingsException;
import dev.unitracker.moodle.Moodle;
import dev.unitracker.notice.AlertSettings;
import dev.unitracker.spi.ArtifactStore;
import dev.unitracker.store.jdbc.JdbcStore;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What the settings say is worked with: the site, the store, the place for raw answers. */
final class Installation implements AutoCloseable {

    private static final String DATABASE = "DATABASE_URL";
    private static final int CONNECTIONS = 10;

    private final Settings settings;
    private final InstantSource clock;
    private final @Nullable Source source;
    private final ZoneId zone;
    private final Duration staleAfter;
    private final ArtifactPlace place;
    private final ArtifactStore artifacts;
    private final JdbcStore store;

    private Installation(Surroundings surroundings, Settings settings, @Nullable Source source, int connections) {
        var log = (ch.qos.logback.classic.Logger) LoggerFactory.getLogger("unitracker");
        log.setLevel(settings.logLevel());
        this.settings = settings;
        this.clock = surroundings.clock();
        this.source = source;
        this.zone = settings.zone();
        settings.language();
        settings.quietHours(zone);
        this.staleAfter = settings.staleAfter();
        settings.get(DATABASE).ifPresent(url -> checkAddress(DATABASE, url));
        this.place = ArtifactPlace.configured(settings, clock);
        this.artifacts = place.store();
        this.store = store(settings, connections);
    }

    /**
     * Opens what the settings name; everything is checked before anything is made.
     *
     * @throws SettingsException if a setting is missing or wrong
     */
    static Installation open(Surroundings surroundings) {
        return open(surroundings, surroundings.settings());
    }

    /**
     * Opens what settings that were read already name; everything is checked before anything is made.
     *
     * @throws SettingsException if a setting is missing or wrong
     */
    static Installation open(Surroundings surroundings, Settings settings) {
        return open(surroundings, settings, Source.of(settings));
    }

    /** Opens what settings that were read already name, with a source of its own; everything is checked before anything is made. */
    static Installation open(Surroundings surroundings, Settings settings, Source source) {
        return new Installation(surroundings, settings, source, CONNECTIONS);
    }

    /**
     * Opens what the settings name but for a site, which they need not name.
     *
     * @throws SettingsException if a setting is missing or wrong
     */
    static Installation withoutSite(Surroundings surroundings) {
        return withoutSite(surroundings, CONNECTIONS);
    }

    /**
     * Opens the same with another number of connections to the database.
     *
     * @throws SettingsException if a setting is missing or wrong
     */
    static Installation withoutSite(Surroundings surroundings, int connections) {
        return new Installation(surroundings, surroundings.settings(), null, connections);
    }

    /** Starts to build the tracker of the student whom the settings name. */
    TrackerBuilder tracker(Consumer<String> progress) {
        TrackerBuilder builder = Tracker.of(account())
                .artifacts(artifacts)
                .collector(source().collector())
                .staleAfter(staleAfter)
                .progress(progress);
        if (inFile()) {
            // The file lets one process in at a time: what an earlier one left behind is dead.
            builder.owner("sync");
        }
        return builder;
    }

    /** Returns the account of the student whom the settings name, with the zone and language that they say. */
    Account account() {
        return account(Hosting.nameOf(settings, accounts(), source().host()), settings);
    }

    /** Returns how the messages of that student are answered. */
    Replies replies() {
        return Answering.of(this).to(account());
    }

    /** Returns an account with what its settings say. */
    Account account(String name, Settings own) {
        ZoneId at = own.zone();
        return accounts()
                .createOrChange(name, at, own.language())
                .alerts(AlertSettings.in(at).quiet(own.quietHours(at)));
    }

    /** Returns all accounts of the store. */
    Accounts accounts() {
        return Accounts.in(store).sources(List.of(Moodle.profile())).at(clock);
    }

    /** Returns who is looked at. */
    Hosting hosting() {
        return new Hosting(settings, accounts());
    }

    private Source source() {
        return Objects.requireNonNull(source, "opened without a site");
    }

    JdbcStore store() {
        return store;
    }

    ArtifactStore artifacts() {
        return artifacts;
    }

    InstantSource clock() {
        return clock;
    }

    Settings settings() {
        return settings;
    }

    ZoneId zone() {
        return zone;
    }

    private static JdbcStore store(Settings settings, int connections) {
        return settings.get(DATABASE)
                .map(JdbcStore::at)
                .orElseGet(() -> JdbcStore.inFile(settings.data().resolve("tracker")))
                .connections(connections)
                .build();
    }

    /** Tells whether the database is a file, which one process has at a time. */
    boolean inFile() {
        return settings.get(DATABASE).isEmpty();
    }

    /**
     * Opens the database at an address.
     *
     * @param name what the address is called where it was set
     */
    static JdbcStore database(String name, String url) {
        checkAddress(name, url);
        return JdbcStore.at(url).build();
    }

    private static void checkAddress(String name, String url) {
        if (!url.matches("(?s)(jdbc:h2:|jdbc:postgresql:|postgres(ql)?://).+")) {
            throw new SettingsException(name + " must begin with jdbc:h2:, jdbc:postgresql: or postgresql://"
                    + (name.equals(DATABASE) ? "; leave it out for a file" : ""));
        }
    }

    @Override
    public void close() {
        try (place) {
            store.close();
        }
    }
}
