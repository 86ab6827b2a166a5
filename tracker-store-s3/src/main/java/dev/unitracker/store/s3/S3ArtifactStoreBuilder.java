package dev.unitracker.store.s3;

import dev.unitracker.error.SettingsException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * Settings of a store in a bucket. Each method checks at once. None of them is required for a bucket of Amazon in
 * {@code us-east-1}; a server of one's own needs its address and, as a rule, credentials:
 *
 * <pre>{@code
 * S3ArtifactStore.in("unitracker").endpoint("https://minio.example.edu:9000").credentials(key, secret).build()
 * }</pre>
 *
 * <p>Not for use by several threads.
 */
public final class S3ArtifactStoreBuilder {

    /** How many objects S3 lists at once at most. */
    private static final int LARGEST_PAGE = 1_000;

    private static final Duration CONNECTING = Duration.ofSeconds(10);

    final String bucket;
    InstantSource clock = InstantSource.system();
    private @Nullable URI endpoint;
    private String region = "us-east-1";
    private String prefix = "";
    private @Nullable Boolean pathStyle;
    private @Nullable AwsBasicCredentials credentials;
    private Duration timeout = Duration.ofMinutes(2);
    int page = LARGEST_PAGE;

    S3ArtifactStoreBuilder(String bucket) {
        if (bucket.length() < 3 || bucket.chars().anyMatch(Character::isWhitespace)) {
            throw SettingsException.wrong(
                    "bucket", bucket, "a bucket's name has three characters or more and no spaces");
        }
        this.bucket = bucket;
    }

    /**
     * Sets the address of a server, like {@code https://minio.example.edu:9000}. Default: Amazon's of the region.
     *
     * @throws SettingsException if it is not the address of a server, or holds a user, a query or a fragment; the message does
     *     not show it
     */
    public S3ArtifactStoreBuilder endpoint(String address) {
        if (!address.matches("https?://[^\\s/?#@]+(/[^\\s?#@]*)?")) {
            throw SettingsException.wrongSecret("endpoint", "it must read like https://s3.example.edu");
        }
        this.endpoint = URI.create(address);
        return this;
    }

    /**
     * Sets the region that the bucket is in. Default: {@code us-east-1}, which servers without regions accept.
     *
     * @throws SettingsException if it has other characters than lower-case letters, digits and hyphens
     */
    public S3ArtifactStoreBuilder region(String region) {
        if (!region.matches("[a-z0-9-]+")) {
            throw SettingsException.wrong("region", region, "it must read like eu-west-1");
        }
        this.region = region;
        return this;
    }

    /**
     * Sets the access key. Default: what Amazon's tools would take, from the environment, a profile or the machine's role (<a
     * href="https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/credentials-chain.html">the order</a>). That there
     * are none is noticed at the first request.
     *
     * @param secret is neither shown nor logged
     * @throws SettingsException if one of them is blank; the message shows neither
     */
    public S3ArtifactStoreBuilder credentials(String accessKey, String secret) {
        if (accessKey.isBlank() || secret.isBlank()) {
            throw SettingsException.wrongSecret("credentials", "both the access key and its secret are needed");
        }
        this.credentials = AwsBasicCredentials.create(accessKey, secret);
        return this;
    }

    /**
     * Sets what all keys begin with, for a bucket that holds other things too. Slashes at its ends do not matter. A store finds
     * only what was kept under the same prefix. Default: nothing.
     */
    public S3ArtifactStoreBuilder prefix(String prefix) {
        this.prefix = Objects.requireNonNull(prefix, "prefix");
        return this;
    }

    /**
     * Sets whether the bucket's name is in the path, and not in the host name. Default: it is if an endpoint is set, for
     * most servers but Amazon's want it there.
     */
    public S3ArtifactStoreBuilder pathStyle(boolean pathStyle) {
        this.pathStyle = pathStyle;
        return this;
    }

    /**
     * Sets how long one request may take, with all its tries. To connect, it has ten seconds of that at most. Default: two
     * minutes.
     *
     * @throws SettingsException if it is not positive
     */
    public S3ArtifactStoreBuilder timeout(Duration timeout) {
        if (timeout.isZero() || timeout.isNegative()) {
            throw SettingsException.wrong("timeout", timeout, "it must be positive");
        }
        this.timeout = timeout;
        return this;
    }

    /**
     * Sets the clock that tells whether an object is older than a day, and so is written again. Ages for a removal are the
     * server's. Default: the system's.
     */
    public S3ArtifactStoreBuilder clock(InstantSource clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        return this;
    }

    /** Sets how many objects are listed at once. Default: 1,000, which no server exceeds. */
    S3ArtifactStoreBuilder page(int page) {
        this.page = page;
        return this;
    }

    /** Builds the store. Nothing is asked of the server yet, so it does not fail for a server that is down. */
    public S3ArtifactStore build() {
        String where = endpoint == null ? "Amazon S3, region " + region : endpoint.toString();
        return new S3ArtifactStore(client(), new Keys(prefix), new Failures(bucket, where), this);
    }

    private S3Client client() {
        S3ClientBuilder client = S3Client.builder()
                .region(Region.of(region))
                .forcePathStyle(pathStyle == null ? endpoint != null : pathStyle)
                // Not every server knows Amazon's newer checksums; artifacts have their own.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(shorter(CONNECTING))
                        .socketTimeout(timeout))
                .overrideConfiguration(configuration -> configuration.apiCallTimeout(timeout));
        if (endpoint != null) {
            client.endpointOverride(endpoint);
        }
        if (credentials != null) {
            client.credentialsProvider(StaticCredentialsProvider.create(credentials));
        }
        return client.build();
    }

    private Duration shorter(Duration limit) {
        return timeout.compareTo(limit) < 0 ? timeout : limit;
    }
}
