package dev.unitracker.artifact;

import dev.unitracker.spi.Artifact;

/**
 * What a migration would do. Immutable.
 *
 * @param artifacts how many artifacts the source has
 * @param bytes the size of them all, in bytes
 * @param alreadyThere how many of them the target has already
 * @param missing how many are to be copied
 * @param missingBytes the size of those, in bytes
 */
public record ArtifactMigrationPlan(long artifacts, long bytes, long alreadyThere, long missing, long missingBytes) {

    static final ArtifactMigrationPlan EMPTY = new ArtifactMigrationPlan(0, 0, 0, 0, 0);

    ArtifactMigrationPlan with(Artifact artifact, boolean there) {
        return new ArtifactMigrationPlan(
                artifacts + 1,
                bytes + artifact.bytes(),
                alreadyThere + (there ? 1 : 0),
                missing + (there ? 0 : 1),
                missingBytes + (there ? 0 : artifact.bytes()));
    }
}
