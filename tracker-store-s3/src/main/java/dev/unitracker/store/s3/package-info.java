/** Artifacts in a bucket; {@link dev.unitracker.store.s3.S3ArtifactStore} opens it. */
@NullMarked
package dev.unitracker.store.s3;

import org.jspecify.annotations.NullMarked;
