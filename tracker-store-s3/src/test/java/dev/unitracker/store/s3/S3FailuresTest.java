package dev.unitracker.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.unitracker.error.SettingsException;
import dev.unitracker.error.StoreException;
import dev.unitracker.s3.server.S3Server;
import dev.unitracker.spi.Sha256;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3FailuresTest {

    private static final byte[] ANSWER = "answer".getBytes(StandardCharsets.UTF_8);
    private static final String WRONG = "wrong-secret-that-nobody-may-see";

    private final S3Server server = S3Server.shared();

    static Stream<Consumer<S3ArtifactStore>> everythingThatCanBeAsked() {
        return Stream.of(
                store -> store.keep(ANSWER),
                store -> store.find(Sha256.of(ANSWER)),
                store -> store.each(artifact -> {}),
                store -> store.remove(Sha256.of(ANSWER), java.time.Instant.MAX));
    }

    @ParameterizedTest
    @MethodSource("everythingThatCanBeAsked")
    void a_wrong_secret_is_told_and_not_shown(Consumer<S3ArtifactStore> question) {
        StoreException refused = refused(
                S3ArtifactStore.in("bucket-1").endpoint(server.endpoint()).credentials(server.accessKey(), WRONG),
                question);

        assertThat(refused).hasMessageContaining("bucket-1").hasMessageContaining("secret");
        assertThat(everythingSaid(refused)).doesNotContain(WRONG).doesNotContain(server.secret());
    }

    @Test
    void a_wrong_secret_is_told_from_a_wrong_access_key() {
        StoreException wrongSecret = refused(
                S3ArtifactStore.in("bucket-1").endpoint(server.endpoint()).credentials(server.accessKey(), WRONG),
                store -> store.each(artifact -> {}));
        StoreException wrongKey = refused(
                S3ArtifactStore.in("bucket-1").endpoint(server.endpoint()).credentials("SOMEBODY", WRONG),
                store -> store.each(artifact -> {}));

        assertThat(wrongSecret).hasMessageContaining("does not belong to the access key");
        assertThat(wrongKey).hasMessageContaining("the access key is not known there");
    }

    @ParameterizedTest
    @MethodSource("everythingThatCanBeAsked")
    void nobody_at_the_endpoint_is_told(Consumer<S3ArtifactStore> question) throws IOException {
        String address = "http://127.0.0.1:" + portThatNobodyListensOn();

        StoreException unreachable =
                refused(S3ArtifactStore.in("bucket").endpoint(address).credentials("KEY", WRONG), question);

        assertThat(unreachable).hasMessageContaining(address).hasMessageContaining("nobody answers there");
        assertThat(everythingSaid(unreachable)).doesNotContain(WRONG);
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_told_and_so_is_what_to_do(@TempDir Path folder) throws Exception {
        try (SelfSignedServer itself = new SelfSignedServer(folder)) {
            StoreException refused = refused(
                    S3ArtifactStore.in("bucket").endpoint(itself.address()).credentials("KEY", WRONG),
                    store -> store.find(Sha256.of(ANSWER)));

            assertThat(refused)
                    .hasMessageContaining(itself.address() + ": its certificate is not trusted")
                    .hasMessageContaining("keytool -importcert");
        }
    }

    @Test
    void an_encrypted_address_of_a_server_that_does_not_encrypt_is_told() {
        String address = server.endpoint().replace("http://", "https://");

        StoreException refused = refused(
                S3ArtifactStore.in("bucket").endpoint(address).credentials("KEY", WRONG),
                store -> store.find(Sha256.of(ANSWER)));

        assertThat(refused).hasMessageContaining("is the address right, or does it begin with http://?");
    }

    @Test
    void a_missing_bucket_is_told() {
        S3ArtifactStoreBuilder missing = TestBucket.on("no-such-bucket");

        assertThat(refused(missing, store -> store.keep(ANSWER)))
                .hasMessageContaining("no-such-bucket")
                .hasMessageContaining("there is no such bucket; create it");
        assertThat(refused(missing, store -> store.find(Sha256.of(ANSWER))))
                .hasMessageContaining("there is no such bucket");
        assertThat(refused(missing, store -> store.each(artifact -> {})))
                .hasMessageContaining("there is no such bucket");
    }

    @Test
    void a_server_that_does_not_answer_is_not_waited_for_longer_than_was_said() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            S3ArtifactStoreBuilder settings = S3ArtifactStore.in("bucket")
                    .endpoint("http://127.0.0.1:" + silent.getLocalPort())
                    .credentials("KEY", WRONG)
                    .timeout(Duration.ofMillis(200));

            assertThat(refused(settings, store -> store.find(Sha256.of(ANSWER))))
                    .hasMessageContaining("did not answer in time");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc"})
    void a_server_that_breaks_off_is_not_said_to_be_away(String answer) throws IOException {
        try (ServerSocket abrupt = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread hangingUp = new Thread(() -> hangUpAfter(answer, abrupt), "a server that hangs up");
            hangingUp.start();
            S3ArtifactStoreBuilder settings = S3ArtifactStore.in("bucket")
                    .endpoint("http://127.0.0.1:" + abrupt.getLocalPort())
                    .credentials("KEY", WRONG);

            assertThat(refused(settings, store -> store.find(Sha256.of(ANSWER))))
                    .hasMessageContaining("the connection broke off before the answer was whole; try again later");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "s3.example.edu", "ftp://s3.example.edu", "https://user:word@s3.example.edu", "https://"})
    void an_address_that_is_none_is_refused_at_once_and_not_repeated(String address) {
        S3ArtifactStoreBuilder settings = S3ArtifactStore.in("bucket");

        assertThatThrownBy(() -> settings.endpoint(address))
                .isInstanceOf(SettingsException.class)
                .hasMessage("endpoint cannot be what was given: it must read like https://s3.example.edu");
    }

    @Test
    void other_settings_are_checked_at_once() {
        S3ArtifactStoreBuilder settings = S3ArtifactStore.in("bucket");

        assertThatThrownBy(() -> S3ArtifactStore.in("a b c")).hasMessageContaining("bucket's name");
        assertThatThrownBy(() -> settings.region("Europe (Ireland)")).hasMessageContaining("region");
        assertThatThrownBy(() -> settings.credentials("KEY", " ")).hasMessageContaining("secret");
        assertThatThrownBy(() -> settings.timeout(Duration.ZERO)).hasMessageContaining("timeout");
    }

    /** Ends each connection after some bytes of an answer, until the server is closed. */
    private static void hangUpAfter(String answer, ServerSocket server) {
        try {
            while (true) {
                try (Socket caller = server.accept()) {
                    caller.getInputStream().read(new byte[1 << 16]);
                    caller.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException closed) {
            assertThat(server.isClosed()).isTrue();
        }
    }

    private static StoreException refused(S3ArtifactStoreBuilder settings, Consumer<S3ArtifactStore> question) {
        try (S3ArtifactStore store = settings.build()) {
            return catchThrowableOfType(StoreException.class, () -> question.accept(store));
        }
    }

    private static String everythingSaid(Throwable failure) {
        StringWriter said = new StringWriter();
        failure.printStackTrace(new PrintWriter(said));
        return said.toString();
    }

    private static int portThatNobodyListensOn() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
