package dev.unitracker.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.unitracker.error.StoreException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class FailuresTest {

    @ParameterizedTest
    @CsvSource({
        "403, RequestTimeTooSkewed, set this machine's clock right",
        "403, AccessDenied, 'let the access key list, read, write and delete'",
        "403, InvalidAccessKeyId, the access key is not known",
        "403, SignatureDoesNotMatch, the secret does not belong",
        "400, ExpiredToken, renew them",
        "301, PermanentRedirect, correct the region",
        "400, AuthorizationHeaderMalformed, correct the region",
        "404, NoSuchBucket, create it or correct its name",
        "503, SlowDown, try again later"
    })
    void each_refusal_says_what_to_do(int status, String code, String advice) {
        StoreException failure = explained(S3Exception.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build());

        assertThat(failure)
                .hasMessageStartingWith("cannot keep it in the bucket answers at https://s3.example.edu: ")
                .hasMessageContaining(advice)
                .hasMessageEndingWith("(" + status + " " + code + ")");
    }

    @ParameterizedTest
    @CsvSource({
        "403, this machine's clock",
        "404, no such bucket",
        "400, check the region",
        "500, try again later",
        "409, the request is refused"
    })
    void a_status_has_to_do_where_there_is_no_code(int status, String advice) {
        StoreException failure =
                explained(S3Exception.builder().statusCode(status).build());

        assertThat(failure).hasMessageContaining(advice).hasMessageEndingWith("(" + status + ")");
    }

    @Test
    void missing_credentials_are_told() {
        StoreException failure = explained(
                SdkClientException.create("Unable to load credentials from any of the providers in the chain"));

        assertThat(failure).hasMessageContaining("set an access key and its secret");
    }

    static Stream<Arguments> brokenConnections() {
        String nobody = "nobody answers there; check the address and the network";
        String late = "it did not answer in time; try again, or allow more time";
        String broken = "the connection broke off before the answer was whole; try again later";
        return Stream.of(
                arguments(new ConnectException("Connection refused"), nobody),
                arguments(new NoRouteToHostException("No route to host"), nobody),
                arguments(new UnknownHostException("s3.example.edu"), nobody),
                arguments(new SocketTimeoutException("Connect timed out"), nobody),
                arguments(new SocketTimeoutException("Read timed out"), late),
                arguments(new SocketException("Connection reset"), broken),
                arguments(new SocketException("Unexpected end of file from server"), broken),
                arguments(new EOFException(), broken));
    }

    @ParameterizedTest
    @MethodSource("brokenConnections")
    void a_server_that_answers_slowly_or_breaks_off_is_told_from_one_that_is_not_there(
            IOException cause, String reason) {
        SdkException failure =
                SdkClientException.create("Unable to execute HTTP request: " + cause.getMessage(), cause);

        assertThat(explained(failure)).hasMessageContaining("https://s3.example.edu: " + reason);
    }

    @Test
    void what_failed_is_kept_as_the_cause() {
        SdkException cause = SdkClientException.create("something new");

        assertThat(explained(cause)).hasCause(cause).hasMessageContaining("check the settings of the bucket");
    }

    private static StoreException explained(SdkException failure) {
        return new Failures("answers", "https://s3.example.edu").explained("keep it", failure);
    }
}
