package dev.unitracker.artifact;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a migration did, or how far it got. Immutable.
 *
 * @param copied how many artifacts were copied, and were whole when they were read back
 * @param bytes the size of those, in bytes
 * @param alreadyThere how many the target had already, whole
 * @param damaged those that could not be copied; empty if all are at the target
 */
public record ArtifactMigrationReport(long copied, long bytes, long alreadyThere, List<Damage> damaged) {

    static final ArtifactMigrationReport EMPTY = new ArtifactMigrationReport(0, 0, 0, List.of());

    /** Copies the list. */
    public ArtifactMigrationReport {
        damaged = List.copyOf(damaged);
    }

    /**
     * An artifact that could not be copied.
     *
     * @param sha256 its hash
     * @param reason why, in words
     */
    public record Damage(String sha256, String reason) {

        /** Null is refused. */
        public Damage {
            Objects.requireNonNull(sha256, "sha256");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Tells whether everything is at the target. */
    public boolean complete() {
        return damaged.isEmpty();
    }

    /** Returns how many artifacts were dealt with. */
    public long artifacts() {
        return copied + alreadyThere + damaged.size();
    }

    ArtifactMigrationReport withCopied(long size) {
        return new ArtifactMigrationReport(copied + 1, bytes + size, alreadyThere, damaged);
    }

    ArtifactMigrationReport withAlreadyThere() {
        return new ArtifactMigrationReport(copied, bytes, alreadyThere + 1, damaged);
    }

    ArtifactMigrationReport with(Damage damage) {
        List<Damage> all = Stream.concat(damaged.stream(), Stream.of(damage)).toList();
        return new ArtifactMigrationReport(copied, bytes, alreadyThere, all);
    }
}
