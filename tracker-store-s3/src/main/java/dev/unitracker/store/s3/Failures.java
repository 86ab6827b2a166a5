package dev.unitracker.store.s3;

import dev.unitracker.error.StoreException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** Says in words why a request to a bucket failed and what to do about it, without any secret. */
final class Failures {

    private static final List<Class<? extends IOException>> CANNOT_CONNECT =
            List.of(ConnectException.class, NoRouteToHostException.class, UnknownHostException.class);

    private final String bucket;
    private final String endpoint;

    /**
     * @param endpoint the server's address in words
     */
    Failures(String bucket, String endpoint) {
        this.bucket = bucket;
        this.endpoint = endpoint;
    }

    StoreException explained(String what, SdkException failure) {
        String where = "cannot " + what + " in the bucket " + bucket + " at " + endpoint + ": ";
        return new StoreException(where + reason(failure), failure);
    }

    private static String reason(SdkException failure) {
        if (failure instanceof AwsServiceException answer) {
            return refusal(answer);
        }
        if (tookTooLong(failure)) {
            return "it did not answer in time; try again, or allow more time";
        }
        if (failure instanceof AbortedException) {
            return "it was interrupted";
        }
        if (mentionsCredentials(failure)) {
            return "there are no credentials; set an access key and its secret";
        }
        if (hasCause(failure, CertificateException.class)) {
            return "its certificate is not trusted; if it is your own server, let Java trust it: make a trust store of its"
                    + " certificate with keytool -importcert, and name that store in"
                    + " JAVA_TOOL_OPTIONS=-Djavax.net.ssl.trustStore=…";
        }
        if (hasCause(failure, SSLPeerUnverifiedException.class)) {
            return "its certificate is for another name; use the name that it is for as the address";
        }
        if (hasCause(failure, SSLException.class)) {
            return "no encrypted connection could be made; is the address right, or does it begin with http://?";
        }
        return connection(failure);
    }

    /** Only a server to which no connection could be made is said not to answer: what broke off later was answered by somebody. */
    private static String connection(SdkException failure) {
        if (CANNOT_CONNECT.stream().anyMatch(type -> hasCause(failure, type)) || connectingTookTooLong(failure)) {
            return "nobody answers there; check the address and the network";
        }
        if (hasCause(failure, IOException.class)) {
            return "the connection broke off before the answer was whole; try again later, and if that does not help, look at"
                    + " what the server and the proxies before it say of it";
        }
        return "the request could not be made; check the settings of the bucket";
    }

    private static boolean tookTooLong(SdkException failure) {
        return failure instanceof ApiCallTimeoutException
                || failure instanceof ApiCallAttemptTimeoutException
                || (hasCause(failure, SocketTimeoutException.class) && !connectingTookTooLong(failure));
    }

    /** Java tells it from an answer that took too long by its words only. */
    private static boolean connectingTookTooLong(SdkException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException
                    && String.valueOf(cause.getMessage())
                            .toLowerCase(Locale.ROOT)
                            .contains("connect")) {
                return true;
            }
        }
        return false;
    }

    private static String refusal(AwsServiceException answer) {
        String code = answer.awsErrorDetails() == null
                ? null
                : answer.awsErrorDetails().errorCode();
        return said(answer.statusCode(), code == null ? "" : code) + " (" + answer.statusCode() + suffix(code) + ")";
    }

    private static String suffix(@Nullable String code) {
        return code == null || code.isBlank() ? "" : " " + code;
    }

    /** What is asked with HEAD is answered without a code; then the status has to do. */
    private static String said(int status, String code) {
        return switch (code) {
            case "NoSuchBucket" -> "there is no such bucket; create it or correct its name";
            case "InvalidBucketName" -> "no bucket can have this name; correct it";
            case "InvalidAccessKeyId" -> "the access key is not known there; correct it";
            case "SignatureDoesNotMatch" -> "the secret does not belong to the access key; correct it";
            case "RequestTimeTooSkewed" -> "the clocks differ too much; set this machine's clock right";
            case "ExpiredToken", "InvalidToken" -> "the credentials are not valid any more; renew them";
            case "AccessDenied" -> "access denied; let the access key list, read, write and delete there";
            case "PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException" ->
                "the bucket is in another region; correct the region";
            case "SlowDown" -> "it is asked too much; try again later";
            default -> said(status);
        };
    }

    private static String said(int status) {
        if (status == 401 || status == 403) {
            return "access denied; check the access key, its secret, what it may do there, and this machine's clock";
        }
        if (status == 404) {
            return "there is no such bucket, or no S3 server; check the bucket's name and the address";
        }
        if (status == 301 || status == 307 || status == 400) {
            return "the request is refused; check the region and the address";
        }
        return status >= 500 ? "the server is in trouble; try again later" : "the request is refused";
    }

    private static boolean hasCause(Throwable failure, Class<? extends Exception> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mentionsCredentials(SdkException failure) {
        return failure.getMessage() != null && failure.getMessage().contains("credentials");
    }
}
