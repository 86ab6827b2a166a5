package dev.unitracker.mail;

import dev.unitracker.mail.Footing.Foot;
import dev.unitracker.notice.ChannelLimits;
import dev.unitracker.notice.Message;
import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Message.Style;
import dev.unitracker.spi.Sha256;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * Writes messages as mails: plain text and HTML that say the same, in the message's language. Sends nothing.
 *
 * @param session what mails are made in
 * @param from who sends them
 * @param account whose messages they are; the mails of two accounts share no id
 * @param footing what stands below
 */
record Letters(Session session, InternetAddress from, String account, Footing footing) {

    /** Gmail shows the first 102 KB of a page, and hides the rest behind a link. */
    static final int LONGEST_PAGE = 90_000;

    /** More is shown in no list of mails; a line of a header may have 998 (RFC 5322). */
    static final int LONGEST_SUBJECT = 150;

    private static final int HASH = 40;

    private static final ChannelLimits LIMITS = ChannelLimits.none().bytes(LONGEST_PAGE, LetterHtml::of);

    /** Returns a message as mails in their order: one, unless it is very long. */
    List<Letter> of(Message message, InternetAddress to, Instant now) throws MessagingException {
        List<List<Line>> parts = LIMITS.parts(message.lines());
        List<Letter> letters = new ArrayList<>();
        for (int number = 1; number <= parts.size(); number++) {
            Letter letter = new Letter(session, id(message, to, number));
            letter.setFrom(from);
            letter.setRecipient(RecipientType.TO, to);
            letter.setSentDate(Date.from(now));
            String subject = subject(message, number, parts.size());
            letter.setSubject(subject, "UTF-8");
            headers(letter, message, to);
            List<Foot> below = number == parts.size() ? footing.of(message, to.getAddress()) : List.of();
            letter.setContent(body(
                    LetterText.of(parts.get(number - 1), below),
                    LetterHtml.of(message.language().code(), subject, parts.get(number - 1), below)));
            letter.saveChanges();
            letters.add(letter);
        }
        return letters;
    }

    private void headers(Letter letter, Message message, InternetAddress to) throws MessagingException {
        letter.setHeader("Content-Language", message.language().code());
        // No program is to answer, not even that somebody is on holiday (RFC 3834, and what Exchange listens to).
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setHeader("X-Auto-Response-Suppress", "All");
        Optional<URI> leaving = footing.leaving(to.getAddress());
        if (leaving.isPresent()) {
            letter.setHeader("List-Unsubscribe", "<" + leaving.get().toASCIIString() + ">");
            letter.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    private static String subject(Message message, int part, int parts) {
        Line first = message.lines().stream()
                .filter(line -> line.style() == Style.HEADING)
                .findFirst()
                .orElse(message.lines().get(0));
        String subject = HeaderText.of(first.text(), LONGEST_SUBJECT);
        return parts == 1 ? subject : MailNotifier.words(message.language()).text("mail.part", subject, part, parts);
    }

    private static MimeMultipart body(String text, String page) throws MessagingException {
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(page, "UTF-8", "html");
        // The last one is the one that is preferred (RFC 2046).
        return new MimeMultipart("alternative", plain, html);
    }

    /** The same message to the same recipient has the same one, whatever its words are by then. */
    private String id(Message message, InternetAddress to, int part) {
        String named = account + "\n" + to.getAddress() + "\n" + message.key();
        String hash = Sha256.of(named.getBytes(StandardCharsets.UTF_8));
        return hash.substring(0, HASH) + "." + part + "@" + Addresses.domain(from);
    }
}
