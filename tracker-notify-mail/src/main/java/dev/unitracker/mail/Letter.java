package dev.unitracker.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** A mail whose id is not made up anew each time that it is sent, so that whoever gets it twice can tell. */
final class Letter extends MimeMessage {

    private final String id;

    /**
     * @param id the id without brackets
     */
    Letter(Session session, String id) {
        super(session);
        this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + id + ">");
    }
}
