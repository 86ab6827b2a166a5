package dev.unitracker.s3.server;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A real S3 server on the loopback, in a process of its own, which keeps its objects in memory. There is one for all tests
 * of a JVM; it begins when the first of them asks for it and ends with the JVM. Safe for use by several threads.
 */
public final class S3Server {

    private static final String ACCESS_KEY = "AKIDFORTESTS";
    private static final String SECRET = "s3-secret-that-nobody-may-see";

    private final AtomicInteger buckets = new AtomicInteger();
    private final int port;

    private S3Server(int port) {
        this.port = port;
    }

    private static final class Shared {
        static final S3Server SERVER = start();
    }

    /**
     * Returns the server of this JVM.
     *
     * @throws IllegalStateException if it does not come up; the message has what it said
     */
    public static S3Server shared() {
        return Shared.SERVER;
    }

    /** Returns its address. */
    public String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    /** Returns who may do everything there. */
    public String accessKey() {
        return ACCESS_KEY;
    }

    /** Returns the secret of that user. */
    public String secret() {
        return SECRET;
    }

    /** Creates an empty bucket that nobody else uses, and returns its name. */
    public String newBucket() {
        String name = "bucket-" + buckets.incrementAndGet();
        try (S3Client client = client()) {
            client.createBucket(request -> request.bucket(name));
        }
        return name;
    }

    /** Returns a client with all rights, for what a test wants to do behind a store's back. The caller closes it. */
    public S3Client client() {
        return S3Client.builder()
                .endpointOverride(URI.create(endpoint()))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET)))
                .build();
    }

    private static S3Server start() {
        try {
            Path log = Files.createTempFile("s3-server", ".log");
            log.toFile().deleteOnExit();
            Process process =
                    new ProcessBuilder(command()).redirectError(log.toFile()).start();
            // Should the JVM be killed, the process reads the end of its input and ends as well.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "stop the S3 server"));
            return new S3Server(portOf(process, log));
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the S3 server cannot be started", e);
        }
    }

    private static List<String> command() throws IOException, URISyntaxException {
        String own = Path.of(S3Server.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=dev/unitracker/s3/server/log.xml",
                "-cp",
                own + File.pathSeparator + libraries(),
                S3ServerProcess.class.getName(),
                ACCESS_KEY,
                SECRET);
    }

    private static String libraries() throws IOException {
        URL resource = Objects.requireNonNull(
                S3Server.class.getResource("class-path"),
                "build tracker-s3-server with Maven: its class path is missing");
        try (InputStream stream = resource.openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    /** Waits until the server says that it is up; if it ends instead, so does the waiting. */
    private static int portOf(Process process, Path log) throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        @Nullable String line = said.readLine();
        while (line != null && !line.startsWith(S3ServerProcess.UP)) {
            line = said.readLine();
        }
        if (line == null) {
            throw new IllegalStateException(
                    "the S3 server ended before it was up; it said:\n" + Files.readString(log, StandardCharsets.UTF_8));
        }
        drain(said);
        return Integer.parseInt(line.substring(S3ServerProcess.UP.length()));
    }

    /** A process whose output nobody reads stops when the pipe is full. */
    private static void drain(BufferedReader said) {
        Thread reader = new Thread(
                () -> {
                    try {
                        while (said.readLine() != null) {
                            // Nobody wants to know.
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                "output of the S3 server");
        reader.setDaemon(true);
        reader.start();
    }
}
