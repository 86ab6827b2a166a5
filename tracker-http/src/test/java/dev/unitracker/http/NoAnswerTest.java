package dev.unitracker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.unitracker.http.NoAnswerException.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way in which no answer comes is told apart from the others, in words. */
class NoAnswerTest {

    private static final HeldCertificate CERTIFICATE = new HeldCertificate.Builder()
            .commonName("campus.example.edu")
            .addSubjectAlternativeName("campus.example.edu")
            .build();

    @Test
    void a_name_that_nobody_knows() {
        OkHttpClient unknowing = new OkHttpClient.Builder()
                .dns(name -> {
                    throw new UnknownHostException(name);
                })
                .build();

        NoAnswerException e =
                failure(HttpDoor.to(HttpUrl.get("http://nowhere.example/")).client(unknowing));

        assertThat(e.reason()).isEqualTo(Reason.NO_SUCH_HOST);
        assertThat(e)
                .hasMessage("could not ask nowhere.example (no such host; are the address and the network right?)");
    }

    @Test
    void a_port_that_nobody_listens_on() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        NoAnswerException e = failure(HttpDoor.to(HttpUrl.get("http://127.0.0.1:" + port + "/")));

        assertThat(e.reason()).isEqualTo(Reason.REFUSED);
        assertThat(e).hasMessageContaining("it refused the connection");
    }

    @Test
    void a_server_that_is_there_and_slow() {
        try (TestServer server = new TestServer()) {
            server.says(new MockResponse.Builder()
                    .onResponseStart(SocketEffect.Stall.INSTANCE)
                    .build());

            NoAnswerException e = failure(server.door().readWithin(Duration.ofMillis(100)));

            assertThat(e.reason()).isEqualTo(Reason.TIMED_OUT);
            assertThat(e).hasMessageContaining("it did not answer in time").hasMessageNotContaining("refused");
        }
    }

    @Test
    void a_server_that_takes_longer_for_the_whole_than_it_may() {
        try (TestServer server = new TestServer()) {
            server.says(new MockResponse.Builder()
                    .onResponseBody(SocketEffect.Stall.INSTANCE)
                    .body("half of it")
                    .build());

            NoAnswerException e = failure(server.door().answerWithin(Duration.ofMillis(200)));

            assertThat(e.reason()).isEqualTo(Reason.TIMED_OUT);
        }
    }

    @Test
    void an_answer_that_breaks_off() {
        try (TestServer server = new TestServer()) {
            server.says(new MockResponse.Builder()
                    .body("x".repeat(100_000))
                    .onResponseBody(new SocketEffect.CloseSocket())
                    .build());

            NoAnswerException e = failure(server.door());

            assertThat(e.reason()).isEqualTo(Reason.CUT_OFF);
            assertThat(e).hasMessageContaining("the connection broke off");
        }
    }

    @Test
    void a_certificate_that_nobody_vouches_for() {
        try (TestServer server = new TestServer()) {
            encrypt(server);

            NoAnswerException e = failure(server.door());

            assertThat(e.reason()).isEqualTo(Reason.NOT_TRUSTED);
            assertThat(e).hasMessageContaining("its certificate is not trusted");
        }
    }

    @Test
    void a_certificate_of_another_server() {
        try (TestServer server = new TestServer()) {
            encrypt(server);
            HandshakeCertificates trusting = new HandshakeCertificates.Builder()
                    .addTrustedCertificate(CERTIFICATE.certificate())
                    .build();
            OkHttpClient client = new OkHttpClient.Builder()
                    .sslSocketFactory(trusting.sslSocketFactory(), trusting.trustManager())
                    .build();

            assertThat(failure(server.door().client(client)).reason()).isEqualTo(Reason.ANOTHERS_CERTIFICATE);
        }
    }

    @Test
    void an_encrypted_address_of_a_server_that_does_not_encrypt() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> answerWithoutEncryption(plain), "plain server");
            server.start();

            NoAnswerException e = failure(HttpDoor.to(HttpUrl.get("https://127.0.0.1:" + plain.getLocalPort() + "/")));

            assertThat(e.reason()).isEqualTo(Reason.NOT_ENCRYPTED);
        }
    }

    /** As nginx and Apache do: whatever comes that is no request is refused in plain HTTP, and the rest is read to its end. */
    private static void answerWithoutEncryption(ServerSocket plain) {
        try (Socket client = plain.accept()) {
            client.getInputStream().read();
            client.getOutputStream()
                    .write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            client.shutdownOutput();
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("The plain server of the test broke off", e);
        }
    }

    static List<Arguments> failures() {
        return List.of(
                Arguments.of(new NoRouteToHostException("No route to host"), Reason.NO_WAY),
                Arguments.of(
                        initialized(
                                new ConnectException("Failed to connect to /10.0.0.1:80"), "Network is unreachable"),
                        Reason.NO_WAY),
                Arguments.of(
                        initialized(new ConnectException("Failed to connect to /10.0.0.1:80"), "Connection timed out"),
                        Reason.TIMED_OUT),
                Arguments.of(new SocketException("Connection reset"), Reason.CUT_OFF),
                Arguments.of(new SSLException("broken", new SocketException("Connection reset")), Reason.CUT_OFF),
                Arguments.of(new SSLException("broken", new EOFException()), Reason.CUT_OFF),
                Arguments.of(new IOException("unexpected end of stream"), Reason.CUT_OFF));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void what_is_hard_to_bring_about(IOException failure, Reason reason) {
        assertThat(NoAnswerException.of("host", failure, Secrets.none()).reason())
                .isEqualTo(reason);
    }

    private static IOException initialized(IOException failure, String cause) {
        failure.initCause(new ConnectException(cause));
        return failure;
    }

    private static void encrypt(TestServer server) {
        HandshakeCertificates certificates =
                new HandshakeCertificates.Builder().heldCertificate(CERTIFICATE).build();
        server.server.useHttps(certificates.sslSocketFactory());
    }

    private static NoAnswerException failure(HttpDoorBuilder settings) {
        HttpDoor door = settings.once().build();
        Request request = new Request.Builder().url(door.server()).build();
        return catchThrowableOfType(NoAnswerException.class, () -> door.ask(request));
    }
}
