package dev.unitracker.example;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Reads mails as whoever gets them. */
final class MimeText {

    private MimeText() {}

    /** Returns subject, text and page of a mail. */
    static String of(String letter) {
        try {
            MimeMessage mail = read(letter);
            return mail.getSubject() + "\n" + part(mail, 0) + "\n" + part(mail, 1) + "\n";
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the page of a mail. */
    static String html(String letter) {
        try {
            return part(read(letter), 1);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MimeMessage read(String letter) throws MessagingException {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(letter.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String part(MimeMessage mail, int number) throws MessagingException {
        try {
            BodyPart part = ((MimeMultipart) mail.getContent()).getBodyPart(number);
            return (String) part.getContent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
