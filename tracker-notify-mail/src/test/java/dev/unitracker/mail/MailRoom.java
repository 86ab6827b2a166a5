package dev.unitracker.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A real mail server on this machine, and what arrived there. */
final class MailRoom implements AutoCloseable {

    static final String ANA = "ana@example.org";
    static final String JUAN = "juan@example.org";

    private final GreenMail server;
    private final int port;

    MailRoom() {
        this.port = freePort();
        this.server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        open();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts to build a notifier to both recipients. */
    MailNotifier.Builder notifier() {
        return MailNotifier.smtp("127.0.0.1", port)
                .unencrypted()
                .from("Uni Tracker <tracker@example.org>")
                .to("Ana Pérez <" + ANA + ">", JUAN);
    }

    void user(String name, String password) {
        server.setUser(name, name, password);
    }

    void open() {
        server.start();
    }

    /** Closes the door; what arrived until then is still there, but for a server that opens again. */
    void shut() {
        server.stop();
    }

    int port() {
        return port;
    }

    /** Returns the mails that arrived at a recipient, in their order. */
    List<MimeMessage> mails(String recipient) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> recipient.equals(to(mail)))
                .toList();
    }

    MimeMessage only(String recipient) {
        List<MimeMessage> mails = mails(recipient);
        if (mails.size() != 1) {
            throw new AssertionError(mails.size() + " mails arrived at " + recipient);
        }
        return mails.get(0);
    }

    private static String to(MimeMessage mail) {
        try {
            return ((InternetAddress) mail.getRecipients(RecipientType.TO)[0]).getAddress();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String header(MimeMessage mail, String name) {
        try {
            String[] values = mail.getHeader(name);
            return values == null ? "" : String.join("\n", values);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the plain text of a mail. */
    static String text(MimeMessage mail) {
        return content(mail, 0).replace("\r\n", "\n").strip();
    }

    /** Returns the page of a mail. */
    static Document page(MimeMessage mail) {
        return Jsoup.parse(content(mail, 1));
    }

    /** Returns what is read of a page, one line for each paragraph and each entry of a list. */
    static String read(Document page) {
        return String.join(
                "\n",
                page.select("p, li").stream()
                        .map(Element::wholeText)
                        .map(String::strip)
                        .toList());
    }

    static String content(MimeMessage mail, int part) {
        try {
            BodyPart body = ((MimeMultipart) mail.getContent()).getBodyPart(part);
            return (String) body.getContent();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
