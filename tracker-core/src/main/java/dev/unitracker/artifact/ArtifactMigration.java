package dev.unitracker.artifact;

import dev.unitracker.artifact.ArtifactMigrationReport.Damage;
import dev.unitracker.error.DamagedArtifactException;
import dev.unitracker.error.SettingsException;
import dev.unitracker.error.StoreException;
import dev.unitracker.spi.Artifact;
import dev.unitracker.spi.ArtifactStore;
import dev.unitracker.spi.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Copies artifacts from one store to another. It can be interrupted at any point and run again: what is whole at the
 * target already is not copied again. The source is only read. Not for use by several threads.
 */
public final class ArtifactMigration {

    private final ArtifactStore source;
    private final ArtifactStore target;

    private final Consumer<ArtifactMigrationReport> progress;

    private ArtifactMigration(Builder settings) {
        this.source = settings.source;
        this.target = settings.target;
        this.progress = settings.progress;
    }

    /**
     * Starts building a migration from one store to another. The caller closes both.
     *
     * @throws SettingsException if both are the same
     */
    public static Builder between(ArtifactStore source, ArtifactStore target) {
        return new Builder(source, target);
    }

    /** Settings of a migration. Not for use by several threads. */
    public static final class Builder {
        private final ArtifactStore source;
        private final ArtifactStore target;
        private Consumer<ArtifactMigrationReport> progress = report -> {};

        private Builder(ArtifactStore source, ArtifactStore target) {
            this.source = Objects.requireNonNull(source, "source");
            this.target = Objects.requireNonNull(target, "target");
            if (source == target) {
                throw SettingsException.wrong("target", target, "it must be another store than the source");
            }
        }

        /** Sets what is called after each artifact with what was done so far. Default: nothing. */
        public Builder progress(Consumer<ArtifactMigrationReport> progress) {
            this.progress = Objects.requireNonNull(progress, "progress");
            return this;
        }

        /** Builds the migration. Nothing is read yet. */
        public ArtifactMigration build() {
            return new ArtifactMigration(this);
        }
    }

    /**
     * Returns what there is to copy, without reading or writing any artifact. An artifact counts as there if the target
     * lists it with the same size.
     *
     * @throws StoreException if one of the stores cannot be listed
     */
    public ArtifactMigrationPlan plan() {
        Map<String, Long> there = sizesAtTarget();
        ArtifactMigrationPlan plan = ArtifactMigrationPlan.EMPTY;
        for (Artifact artifact : artifacts()) {
            plan = plan.with(artifact, isListed(artifact, there));
        }
        return plan;
    }

    /**
     * Copies what the target does not have, or has damaged, ordered by hash, and reads each copy back. An artifact that
     * is damaged at the source is reported; the rest is copied.
     *
     * @return what was done
     * @throws StoreException if one of the stores fails; run it again to go on from there
     */
    public ArtifactMigrationReport run() {
        Map<String, Long> there = sizesAtTarget();
        ArtifactMigrationReport report = ArtifactMigrationReport.EMPTY;
        for (Artifact artifact : artifacts()) {
            boolean listed = isListed(artifact, there);
            report = listed && isWholeAtTarget(artifact.sha256())
                    ? report.withAlreadyThere()
                    : copied(artifact.sha256(), listed, report);
            progress.accept(report);
        }
        return report;
    }

    private ArtifactMigrationReport copied(String hash, boolean damagedThere, ArtifactMigrationReport report) {
        byte[] content;
        try {
            Optional<byte[]> found = source.find(hash);
            if (found.isEmpty()) {
                return report.with(new Damage(hash, "it is listed but not there"));
            }
            content = found.get();
        } catch (DamagedArtifactException e) {
            return report.with(new Damage(hash, String.valueOf(e.getMessage())));
        }
        if (!Sha256.of(content).equals(hash)) {
            return report.with(new Damage(hash, "it is not what was kept; restore it from a copy"));
        }
        return write(hash, content, damagedThere)
                ? report.withCopied(content.length)
                : report.with(new Damage(hash, "its copy was not the same when it was read back"));
    }

    private boolean write(String hash, byte[] content, boolean damagedThere) {
        if (damagedThere) {
            // A store does not write again what is there with the right size.
            target.remove(hash, Instant.MAX);
        }
        target.keep(content);
        return isWholeAtTarget(hash);
    }

    private boolean isWholeAtTarget(String hash) {
        try {
            return target.find(hash)
                    .filter(content -> Sha256.of(content).equals(hash))
                    .isPresent();
        } catch (DamagedArtifactException e) {
            return false;
        }
    }

    /** By their hash, so that each run takes the same way. */
    private List<Artifact> artifacts() {
        List<Artifact> artifacts = new ArrayList<>();
        source.each(artifacts::add);
        artifacts.sort(Comparator.comparing(Artifact::sha256));
        return artifacts;
    }

    private Map<String, Long> sizesAtTarget() {
        Map<String, Long> sizes = new HashMap<>();
        target.each(artifact -> sizes.put(artifact.sha256(), artifact.bytes()));
        return sizes;
    }

    private static boolean isListed(Artifact artifact, Map<String, Long> sizes) {
        return sizes.getOrDefault(artifact.sha256(), -1L) == artifact.bytes();
    }
}
