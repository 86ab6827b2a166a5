package dev.unitracker.store.s3;

import dev.unitracker.artifact.Retention;
import dev.unitracker.error.DamagedArtifactException;
import dev.unitracker.error.SettingsException;
import dev.unitracker.error.StoreException;
import dev.unitracker.spi.Artifact;
import dev.unitracker.spi.ArtifactStore;
import dev.unitracker.spi.Sha256;
import java.io.EOFException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Keeps artifacts as objects of a bucket of Amazon S3, or of another server with the same interface. Other objects of the
 * bucket are left alone. Requests that fail are tried again a few times before a {@link StoreException} says what to do.
 * Safe for use by several threads and processes.
 *
 * <pre>{@code
 * S3ArtifactStore artifacts = S3ArtifactStore.in("unitracker").region("eu-central-1").build();
 * }</pre>
 *
 * <p>The key of an object is {@code <prefix>/ab/abcdef…}: the SHA-256 of its content in lower-case hex, in a folder of its
 * first two digits. To keep an artifact costs one question, whether it is there, and a second request to write it. It is
 * written again only if the object there is older than a day, or of another length. Content is held in memory as a whole.
 *
 * <p>The access key needs the permissions {@code s3:GetObject}, {@code s3:PutObject}, {@code s3:DeleteObject} and
 * {@code s3:ListBucket}. The last one is needed to keep artifacts, too: without it, Amazon answers 403 and not 404 where there
 * is no object (<a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html">HeadObject</a>), and that is a
 * {@link StoreException} here.
 *
 * <p>Old artifacts are removed by {@link Retention}. Let no lifecycle rule of the bucket do it: it would remove what a replay
 * still needs. Where the bucket has versioning, what is removed remains as an earlier version, and still costs money (<a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/DeleteMarker.html">delete markers</a>).
 *
 * <p>S3 cannot remove an object on the condition that it is old. The store asks for the age first. If somebody keeps the same
 * artifact between that question and the removal, it is lost. To exclude that, remove old artifacts while no look is made.
 */
public final class S3ArtifactStore implements ArtifactStore, AutoCloseable {

    /** Objects are as new as a look needs them to be without being written at each of them. */
    private static final Duration RENEWED_AFTER = Duration.ofDays(1);

    private final S3Client client;
    private final Keys keys;
    private final Failures failures;
    private final String bucket;
    private final InstantSource clock;
    private final int page;

    S3ArtifactStore(S3Client client, Keys keys, Failures failures, S3ArtifactStoreBuilder settings) {
        this.client = client;
        this.keys = keys;
        this.failures = failures;
        this.bucket = settings.bucket;
        this.clock = settings.clock;
        this.page = settings.page;
    }

    /**
     * Starts building a store in a bucket. The bucket has to exist: the store creates none, and a missing one is noticed at the
     * first request.
     *
     * @throws SettingsException if the name has less than three characters, or a space
     */
    public static S3ArtifactStoreBuilder in(String bucket) {
        return new S3ArtifactStoreBuilder(bucket);
    }

    @Override
    public String keep(byte[] content) {
        String hash = Sha256.of(content);
        asked("keep an artifact", () -> {
            if (!isThere(hash, content.length)) {
                write(hash, content);
            }
            return hash;
        });
        return hash;
    }

    @Override
    public Optional<byte[]> find(String sha256) {
        String key = keys.of(sha256);
        Optional<byte[]> found = asked("read the artifact " + key, () -> read(key));
        if (found.isPresent() && !Sha256.of(found.get()).equals(sha256)) {
            throw new DamagedArtifactException("the artifact " + key + " in the bucket " + bucket
                    + " is not what was kept; restore it from a copy");
        }
        return found;
    }

    @Override
    public void each(Consumer<Artifact> artifacts) {
        var pages = client.listObjectsV2Paginator(
                        request -> request.bucket(bucket).prefix(keys.prefix()).maxKeys(page))
                .iterator();
        // What the receiver throws is not taken for a failure of the bucket.
        while (asked("list the artifacts", pages::hasNext)) {
            for (S3Object object : asked("list the artifacts", pages::next).contents()) {
                keys.hash(object.key())
                        .map(hash -> new Artifact(hash, object.size(), object.lastModified()))
                        .ifPresent(artifacts);
            }
        }
    }

    @Override
    public boolean remove(String sha256, Instant unlessKeptSince) {
        String key = keys.of(sha256);
        return asked("remove the artifact " + key, () -> {
            boolean old = look(key)
                    .filter(found -> found.lastModified().isBefore(unlessKeptSince))
                    .isPresent();
            if (old) {
                client.deleteObject(request -> request.bucket(bucket).key(key));
            }
            return old;
        });
    }

    /** Ends the connections. The store cannot be used any more; its objects stay in the bucket. */
    @Override
    public void close() {
        client.close();
    }

    private boolean isThere(String hash, int length) {
        Instant old = clock.instant().minus(RENEWED_AFTER);
        return look(keys.of(hash))
                .filter(found -> found.contentLength() == length)
                .filter(found -> !found.lastModified().isBefore(old))
                .isPresent();
    }

    private Optional<HeadObjectResponse> look(String key) {
        try {
            return Optional.of(
                    client.headObject(request -> request.bucket(bucket).key(key)));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> read(String key) {
        try {
            ResponseBytes<GetObjectResponse> answer =
                    client.getObjectAsBytes(request -> request.bucket(bucket).key(key));
            byte[] content = answer.asByteArrayUnsafe();
            Long announced = answer.response().contentLength();
            if (announced != null && announced > content.length) {
                // Java's client takes half an answer for a whole one.
                throw SdkClientException.create("the answer ended early", new EOFException());
            }
            return Optional.of(content);
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    /** The hash goes along, so that a server which knows it refuses what was broken on the way. */
    private void write(String hash, byte[] content) {
        String checksum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hash));
        client.putObject(
                request -> request.bucket(bucket).key(keys.of(hash)).checksumSHA256(checksum),
                RequestBody.fromBytes(content));
    }

    private <T> T asked(String what, Supplier<T> question) {
        try {
            return question.get();
        } catch (SdkException e) {
            throw failures.explained(what, e);
        }
    }
}
