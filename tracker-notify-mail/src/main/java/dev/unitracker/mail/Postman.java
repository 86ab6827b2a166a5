package dev.unitracker.mail;

import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;

/** Takes mails to the server, over one connection for each message. Nothing else of this module asks anybody. */
final class Postman {

    private final MailServer server;
    private final Properties properties;
    private final SSLSocketFactory encryption;

    Postman(MailServer server, InternetAddress from, SSLSocketFactory encryption) {
        this.server = server;
        this.properties = server.properties(Addresses.domain(from), from.getAddress());
        this.encryption = encryption;
    }

    /** Returns what mails are made in. */
    Session session() {
        return Session.getInstance(properties);
    }

    MailServer server() {
        return server;
    }

    /**
     * Takes some mails to the server.
     *
     * @throws UndeliveredException if it did not take one of them; those before it were taken
     */
    void carry(List<Letter> letters) {
        connected(transport -> {
            for (Letter letter : letters) {
                Address[] to = letter.getRecipients(RecipientType.TO);
                transport.sendMessage(letter, to);
            }
        });
    }

    /**
     * Goes to the server and logs in, with nothing to deliver.
     *
     * @throws UndeliveredException if it cannot be reached or refuses the login
     */
    void knock() {
        connected(transport -> {});
    }

    private interface Errand {
        void with(Transport transport) throws MessagingException;
    }

    private void connected(Errand errand) {
        try (MailSockets sockets = new MailSockets(server.limit())) {
            try {
                run(errand, sockets);
            } catch (MessagingException e) {
                throw sockets.isOver() ? Refusals.late(server, e) : Refusals.read(server, e);
            }
        }
    }

    private void run(Errand errand, MailSockets sockets) throws MessagingException {
        Properties now = new Properties();
        now.putAll(properties);
        now.put("mail.smtp.socketFactory", sockets);
        now.put("mail.smtp.ssl.socketFactory", sockets.encrypting(encryption));
        MailServer.Login login = server.login();
        try (Transport transport = Session.getInstance(now).getTransport("smtp")) {
            transport.connect(
                    server.host(),
                    server.port(),
                    login == null ? null : login.user(),
                    login == null ? null : login.password());
            errand.with(transport);
        }
    }
}
