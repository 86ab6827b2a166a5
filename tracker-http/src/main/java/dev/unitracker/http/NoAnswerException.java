package dev.unitracker.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Objects;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * No answer came, or not a whole one. The message names the server and says why, in words for whoever runs the program,
 * without any secret.
 */
public final class NoAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Why there is no answer. */
    public enum Reason {
        /** The name of the server is not known. */
        NO_SUCH_HOST("no such host; are the address and the network right?", false),
        /** The machine is there, but nothing listens on that port. */
        REFUSED("it refused the connection; does the server run, and is the address right?", false),
        /** No network leads to the server. */
        NO_WAY("no network leads there; is there a connection?", false),
        /** The certificate is signed by nobody who is trusted, or not valid any more. */
        NOT_TRUSTED("its certificate is not trusted", false),
        /** The certificate belongs to another server. */
        ANOTHERS_CERTIFICATE("its certificate is for another name; use the name that it is for as the address", false),
        /** Both sides could not agree on how to encrypt; often the server does not encrypt at all. */
        NOT_ENCRYPTED(
                "no encrypted connection could be made; is the address right, or does it begin with http://?", false),
        /** Nothing came for too long. The server may be there, and slow. */
        TIMED_OUT("it did not answer in time", true),
        /** The connection ended before the answer did. */
        CUT_OFF("the connection broke off", true),
        /** The answer is larger than is read. */
        TOO_LARGE("its answer is too large", true),
        /** The time for all questions is over. */
        OUT_OF_TIME("the time for all that was to be asked is over", false),
        /** The thread that asks was interrupted, or the door was told to break off. */
        INTERRUPTED("it was interrupted", false);

        private final String words;
        private final boolean reached;

        Reason(String words, boolean reached) {
            this.words = words;
            this.reached = reached;
        }

        /** Returns what to tell whoever runs the program. It begins in lower case and ends without a full stop. */
        public String words() {
            return words;
        }

        /** Tells whether somebody may have been there. Then another, perhaps smaller, question may be answered. */
        public boolean reached() {
            return reached;
        }

        /** Tells whether the same question may be answered a moment later. */
        boolean worthAnotherTry() {
            return this != TOO_LARGE && this != INTERRUPTED && this != OUT_OF_TIME;
        }

        static Reason of(IOException failure) {
            if (failure instanceof TooLargeException) {
                return TOO_LARGE;
            }
            if (failure instanceof InterruptedIOException) {
                return Thread.currentThread().isInterrupted() ? INTERRUPTED : TIMED_OUT;
            }
            if (failure instanceof UnknownHostException) {
                return NO_SUCH_HOST;
            }
            if (failure instanceof SSLException encryption) {
                return of(encryption);
            }
            return failure instanceof SocketException socket ? of(socket) : CUT_OFF;
        }

        private static Reason of(SSLException failure) {
            if (isIn(failure, CertificateException.class)) {
                return NOT_TRUSTED;
            }
            if (isIn(failure, SSLPeerUnverifiedException.class)) {
                return ANOTHERS_CERTIFICATE;
            }
            boolean broken = isIn(failure, SocketException.class) || isIn(failure, EOFException.class);
            return broken && !(failure instanceof SSLHandshakeException) ? CUT_OFF : NOT_ENCRYPTED;
        }

        /** One type of exception stands for a server that refuses and for a network that loses what is sent. */
        private static Reason of(SocketException failure) {
            if (failure instanceof NoRouteToHostException || says(failure, "unreachable")) {
                return NO_WAY;
            }
            if (failure instanceof ConnectException) {
                return says(failure, "timed out") ? TIMED_OUT : REFUSED;
            }
            return CUT_OFF;
        }

        private static boolean says(Throwable failure, String words) {
            Throwable cause = failure.getCause();
            return String.valueOf(failure.getMessage()).contains(words) || (cause != null && says(cause, words));
        }

        private static boolean isIn(Throwable failure, Class<? extends Exception> type) {
            Throwable cause = failure.getCause();
            return type.isInstance(failure) || (cause != null && isIn(cause, type));
        }
    }

    private final Reason reason;

    private NoAnswerException(Reason reason, String host, @Nullable Throwable cause) {
        super("could not ask " + host + " (" + reason.words() + ")", cause);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    static NoAnswerException of(String host, IOException failure, Secrets secrets) {
        return new NoAnswerException(Reason.of(failure), host, secrets.hide(failure));
    }

    static NoAnswerException outOfTime(String host, @Nullable Throwable cause) {
        return new NoAnswerException(Reason.OUT_OF_TIME, host, cause);
    }

    static NoAnswerException interrupted(String host, @Nullable InterruptedException cause) {
        return new NoAnswerException(Reason.INTERRUPTED, host, cause);
    }

    /** Returns why there is no answer. */
    public Reason reason() {
        return reason;
    }
}
