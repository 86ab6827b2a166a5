package dev.unitracker.example;

import dev.unitracker.error.SettingsException;
import dev.unitracker.folder.FolderArtifactStore;
import dev.unitracker.memory.InMemoryArtifactStore;
import dev.unitracker.spi.ArtifactStore;
import dev.unitracker.store.s3.S3ArtifactStore;
import dev.unitracker.store.s3.S3ArtifactStoreBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Where the settings say that artifacts are kept. Its settings are checked at once; nothing is made or asked before it is used. */
final class ArtifactPlace implements AutoCloseable {

    private static final String ACCESS_KEY = "S3_ACCESS_KEY_ID";
    private static final String SECRET = "S3_SECRET_ACCESS_KEY";

    private final String words;
    private final Supplier<ArtifactStore> opening;
    private final Supplier<ArtifactStore> existing;
    private final Runnable closing;

    private ArtifactPlace(
            String words, Supplier<ArtifactStore> opening, Supplier<ArtifactStore> existing, Runnable closing) {
        this.words = words;
        this.opening = opening;
        this.existing = existing;
        this.closing = closing;
    }

    /**
     * Returns the place that the settings choose.
     *
     * @throws SettingsException if a setting of it is missing or wrong
     */
    static ArtifactPlace configured(Settings settings, InstantSource clock) {
        return of(ArtifactBackend.configured(settings), settings, clock);
    }

    /**
     * Returns a place.
     *
     * @throws SettingsException if a setting of it is missing or wrong
     */
    static ArtifactPlace of(ArtifactBackend backend, Settings settings, InstantSource clock) {
        return switch (backend) {
            case LOCAL -> folder(settings.raw(), clock);
            case S3 -> bucket(settings, clock);
        };
    }

    /**
     * Returns what keeps artifacts there.
     *
     * @throws dev.unitracker.error.StoreException if it cannot be opened
     */
    ArtifactStore store() {
        return opening.get();
    }

    /** Returns the same for reading only: a folder that is not there is not made. */
    ArtifactStore existing() {
        return existing.get();
    }

    /** Returns its name for a person. */
    String words() {
        return words;
    }

    @Override
    public void close() {
        closing.run();
    }

    private static ArtifactPlace folder(Path folder, InstantSource clock) {
        Supplier<ArtifactStore> opening =
                () -> FolderArtifactStore.in(folder).clock(clock).build();
        Supplier<ArtifactStore> existing =
                () -> Files.exists(folder) ? opening.get() : new InMemoryArtifactStore(clock);
        return new ArtifactPlace("the folder " + folder, opening, existing, () -> {});
    }

    private static ArtifactPlace bucket(Settings settings, InstantSource clock) {
        String name = settings.required("S3_BUCKET", "moodle-answers");
        S3ArtifactStoreBuilder bucket =
                Settings.named("S3_BUCKET", () -> S3ArtifactStore.in(name)).clock(clock);
        set(settings, "S3_ENDPOINT_URL", bucket::endpoint);
        set(settings, "S3_REGION", bucket::region);
        set(settings, "S3_KEY_PREFIX", bucket::prefix);
        credentials(settings, bucket);
        S3ArtifactStore store = bucket.build();
        String where =
                settings.get("S3_ENDPOINT_URL").map(address -> " at " + address).orElse("");
        String under =
                settings.get("S3_KEY_PREFIX").map(prefix -> ", under " + prefix).orElse("");
        return new ArtifactPlace("the bucket " + name + where + under, () -> store, () -> store, store::close);
    }

    /** Without any, Amazon's own ways to find them are used. */
    private static void credentials(Settings settings, S3ArtifactStoreBuilder bucket) {
        Optional<String> accessKey = settings.get(ACCESS_KEY);
        Optional<String> secret = settings.get(SECRET);
        if (accessKey.isPresent() != secret.isPresent()) {
            throw new SettingsException((secret.isPresent() ? ACCESS_KEY : SECRET) + " is missing; " + ACCESS_KEY
                    + " and " + SECRET + " go together");
        }
        accessKey.ifPresent(key -> bucket.credentials(key, secret.orElseThrow()));
    }

    private static void set(Settings settings, String name, Function<String, S3ArtifactStoreBuilder> setter) {
        settings.get(name).ifPresent(value -> Settings.named(name, () -> setter.apply(value)));
    }
}
