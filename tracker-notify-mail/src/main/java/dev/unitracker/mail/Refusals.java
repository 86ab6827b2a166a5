package dev.unitracker.mail;

import dev.unitracker.mail.UndeliveredException.Reason;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a server said when it did not take a mail: whether it passes, and in words. A code that begins with 4 passes, one
 * that begins with 5 lasts (RFC 5321), except where it speaks of the login, of whoever sends, or of a limit of the day. Pure.
 */
final class Refusals {

    private static final int LONGEST_REPLY = 200;
    private static final int LASTING = 500;

    /** A reply: its code, and the finer one behind it (RFC 3463). */
    private static final Pattern CODE = Pattern.compile("^([245]\\d\\d)[ -](?:[245]\\.(\\d{1,3})\\.(\\d{1,3}))?");

    private Refusals() {}

    /** Returns what it means that the time was over. */
    static UndeliveredException late(MailServer server, MessagingException failure) {
        return new UndeliveredException(
                Reason.PASSING,
                server + " took longer than " + server.limit().toSeconds() + " s",
                harmless(server, failure));
    }

    /** Returns what a failure means. */
    static UndeliveredException read(MailServer server, MessagingException failure) {
        Throwable told = telling(failure);
        String reply = reply(server, told);
        if (told instanceof AuthenticationFailedException) {
            return refused(
                    server, " refused the login", reply, isLasting(reply) ? Reason.LOGIN : Reason.PASSING, failure);
        }
        if (told instanceof SMTPSenderFailedException) {
            return refused(
                    server, " refused the sender", reply, isLasting(reply) ? Reason.LOGIN : Reason.PASSING, failure);
        }
        if (told instanceof SMTPAddressFailedException address) {
            String whom = " refused the address " + address.getAddress().getAddress();
            return refused(server, whom, reply, reason(address.getReturnCode(), reply), failure);
        }
        if (told instanceof SMTPSendFailedException sending) {
            return refused(server, " did not take the message", reply, reason(sending.getReturnCode(), reply), failure);
        }
        return new UndeliveredException(Reason.PASSING, server + unreachable(told), harmless(server, failure));
    }

    private static UndeliveredException refused(
            MailServer server, String what, String reply, Reason reason, MessagingException failure) {
        return new UndeliveredException(
                reason, server + what + (reply.isEmpty() ? "" : " (" + reply + ")"), harmless(server, failure));
    }

    /** A mail that a server does not take because the account sent too many, or because of its network, is taken later. */
    private static Reason reason(int code, String reply) {
        if (code < LASTING) {
            return Reason.PASSING;
        }
        Matcher read = CODE.matcher(reply);
        boolean fine = read.find() && read.group(2) != null;
        if (reply.startsWith("530") || reply.startsWith("535")) {
            return Reason.LOGIN;
        }
        return fine && read.group(2).equals("4") ? Reason.PASSING : Reason.LASTING;
    }

    private static boolean isLasting(String reply) {
        return !reply.startsWith("4");
    }

    private static String unreachable(Throwable told) {
        for (Throwable cause = told; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return " could not prove who it is, or does not encrypt as it should";
            }
            if (cause instanceof UnknownHostException) {
                return " has no address";
            }
        }
        String words = String.valueOf(told.getMessage());
        return words.contains("STARTTLS") ? " does not encrypt (STARTTLS)" : " could not be reached, or broke off";
    }

    /** Returns what tells most: what was said of an address or a sender stands behind what was said of the whole. */
    private static Throwable telling(MessagingException failure) {
        Throwable told = failure;
        Exception next = failure;
        while (next instanceof MessagingException one) {
            if (one instanceof SMTPAddressFailedException || one instanceof SMTPSenderFailedException) {
                return one;
            }
            if (one instanceof SMTPSendFailedException || one instanceof AuthenticationFailedException) {
                told = one;
            }
            next = one.getNextException();
        }
        return told;
    }

    /** Returns the server's reply in one line; what it repeats of the login is hidden. */
    private static String reply(MailServer server, Throwable told) {
        return HeaderText.of(hide(server, String.valueOf(told.getMessage())), LONGEST_REPLY);
    }

    private static String hide(MailServer server, String text) {
        String hidden = text;
        for (String secret : secrets(server.login())) {
            hidden = hidden.replace(secret, "***");
        }
        return hidden;
    }

    private static List<String> secrets(MailServer.@Nullable Login login) {
        if (login == null || login.password().isEmpty()) {
            return List.of();
        }
        List<String> secrets = new ArrayList<>(List.of(login.password()));
        // As LOGIN says it, and as PLAIN does, which may name twice who logs in (RFC 4616).
        String plain = "\0" + login.user() + "\0" + login.password();
        for (String said : List.of(login.password(), plain, login.user() + plain)) {
            secrets.add(Base64.getEncoder().encodeToString(said.getBytes(StandardCharsets.UTF_8)));
        }
        return List.copyOf(secrets);
    }

    /** A cause is logged and shown with what it led to, so one that shows the password is left out. */
    private static @Nullable Throwable harmless(MailServer server, MessagingException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (!hide(server, cause.toString()).equals(cause.toString())) {
                return null;
            }
        }
        return failure;
    }
}
