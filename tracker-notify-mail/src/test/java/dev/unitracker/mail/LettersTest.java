package dev.unitracker.mail;

import static dev.unitracker.mail.MailRoom.ANA;
import static dev.unitracker.mail.MailRoom.JUAN;
import static dev.unitracker.mail.MailRoom.content;
import static dev.unitracker.mail.MailRoom.header;
import static dev.unitracker.mail.MailRoom.page;
import static dev.unitracker.mail.MailRoom.read;
import static dev.unitracker.mail.MailRoom.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.notice.Message;
import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Message.Style;
import dev.unitracker.notice.NoticeKind;
import dev.unitracker.notice.Severity;
import dev.unitracker.words.Language;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mail looks like when it arrives. */
class LettersTest {

    private static final String ESSAY = "https://campus.example.edu/mod/assign/view.php?id=5&lang=es";

    @AutoClose
    private final MailRoom room = new MailRoom();

    @Test
    void it_says_the_same_as_text_and_as_html_and_html_is_preferred() throws Exception {
        Message message = message(
                "change/1",
                new Line(Style.HEADING, "Deadline moved: Essay", ESSAY),
                Line.of(Style.DETAIL, "until Friday"),
                Line.of(Style.DETAIL, "not Monday"));

        room.notifier().build().send(message, ANA);

        MimeMessage mail = room.only(ANA);
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(text(mail)).isEqualTo("Deadline moved: Essay " + ESSAY + "\n• until Friday\n• not Monday");
        assertThat(read(page(mail))).isEqualTo("Deadline moved: Essay\nuntil Friday\nnot Monday");
        assertThat(page(mail).select("ul > li")).hasSize(2);
        assertThat(page(mail).select("html").attr("lang")).isEqualTo("en");
    }

    @Test
    void sender_recipient_date_and_subject_are_as_people_read_them() throws Exception {
        Instant now = Instant.parse("2026-11-30T12:00:00Z");

        room.notifier()
                .from("Seguimiento «Ñandú» <tracker@example.org>")
                .clock(() -> now)
                .build()
                .send(message("change/1", Line.of(Style.HEADING, "Se movió: Cálculo — 📚 straße 日本語")), ANA);

        MimeMessage mail = room.only(ANA);
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Seguimiento «Ñandú»");
        assertThat(((InternetAddress) mail.getAllRecipients()[0]).getPersonal()).isEqualTo("Ana Pérez");
        assertThat(mail.getSentDate().toInstant()).isEqualTo(now);
        assertThat(mail.getSubject()).isEqualTo("Se movió: Cálculo — 📚 straße 日本語");
        assertThat(raw(mail).lines()).allMatch(line -> line.length() <= 998);
        assertThat(raw(mail).chars()).allMatch(character -> character < 128);
    }

    @Test
    void no_program_answers_it() {
        room.notifier().build().send(message("change/1", Line.of(Style.PLAIN, "Essay")), ANA);

        assertThat(header(room.only(ANA), "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(header(room.only(ANA), "Content-Language")).isEqualTo("en");
    }

    @Test
    void the_same_message_has_the_same_id_whatever_its_words_are_by_then() {
        MailNotifier notifier = room.notifier().build();

        notifier.send(message("change/1", Line.of(Style.PLAIN, "in 3 hours")), ANA);
        notifier.send(message("change/1", Line.of(Style.PLAIN, "in 2 hours")), ANA);
        notifier.send(message("change/2", Line.of(Style.PLAIN, "in 3 hours")), ANA);
        notifier.send(message("change/1", Line.of(Style.PLAIN, "in 3 hours")), JUAN);
        room.notifier().account("bruno").build().send(message("change/1", Line.of(Style.PLAIN, "in 3 hours")), ANA);

        List<String> ids =
                room.mails(ANA).stream().map(mail -> header(mail, "Message-ID")).toList();
        assertThat(ids.get(0)).isEqualTo(ids.get(1)).matches("<[0-9a-f]{40}\\.1@example\\.org>");
        assertThat(List.of(ids.get(0), ids.get(2), ids.get(3), header(room.only(JUAN), "Message-ID")))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Essay\r\nBcc: eve@example.org",
                "Essay\nBcc: eve@example.org",
                "Essay\rBcc: eve@example.org",
                "Essay\r\n\r\nBcc: eve@example.org",
                "Essay\u2028Bcc: eve@example.org",
                "Essay\u0085Bcc: eve@example.org",
                "Essay\u0000\r\n Bcc: eve@example.org",
                "Ensayo ñ\r\nBcc: eve@example.org",
            })
    void no_text_begins_a_header_of_its_own(String title) throws Exception {
        room.notifier().build().send(message("change\r\nX-Key: 1", Line.of(Style.HEADING, title)), ANA);

        MimeMessage mail = room.only(ANA);
        assertThat(header(mail, "Bcc")).isEmpty();
        assertThat(header(mail, "X-Key")).isEmpty();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(room.mails("eve@example.org")).isEmpty();
        assertThat(mail.getSubject()).endsWith(" Bcc: eve@example.org").startsWith("E");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "=cmd()", "\"><img src=x onerror=alert(1)>", "&lt;b&gt;"})
    void a_course_may_be_called_as_it_likes(String course) throws Exception {
        Message message = message(
                "change/1",
                new Line(Style.HEADING, "Moved: Essay (" + course + ")", ESSAY),
                Line.of(Style.DETAIL, course),
                new Line(Style.PLAIN, course, "javascript:alert(1)"),
                new Line(Style.PLAIN, course, "https://campus.example.edu/\"onmouseover=\"alert(1)"));

        room.notifier().build().send(message, ANA);

        MimeMessage mail = room.only(ANA);
        assertThat(mail.getSubject()).isEqualTo("Moved: Essay (" + course + ")");
        assertThat(text(mail)).contains("• " + course + "\n");
        assertThat(read(page(mail)).lines()).contains("Moved: Essay (" + course + ")", course);
        assertThat(page(mail).title()).isEqualTo("Moved: Essay (" + course + ")");
        assertThat(
                        page(mail)
                                .select(
                                        "script, img, link, style, iframe, object, form, [src], [style], [onerror], [onmouseover]"))
                .isEmpty();
        assertThat(page(mail).select("a").eachAttr("href")).containsExactly(ESSAY);
    }

    @Test
    void nothing_is_loaded_from_anywhere() {
        room.notifier().build().send(message("change/1", new Line(Style.HEADING, "Essay", ESSAY)), ANA);

        String html = content(room.only(ANA), 1);
        assertThat(html).doesNotContain("src", "url(", "<link", "@import", "<img");
    }

    @Test
    void one_click_leaves_where_the_host_says_so_and_only_where_nobody_listens() {
        room.notifier()
                .unsubscribe(recipient -> Optional.of(URI.create(
                        (recipient.equals(ANA) ? "https" : "http") + "://tracker.example/leave/" + recipient)))
                .build()
                .send(message("change/1", Line.of(Style.PLAIN, "Essay")), ANA);
        room.notifier()
                .unsubscribe(recipient -> Optional.of(URI.create("http://tracker.example/leave")))
                .build()
                .send(message("change/1", Line.of(Style.PLAIN, "Essay")), JUAN);

        MimeMessage secure = room.only(ANA);
        assertThat(header(secure, "List-Unsubscribe")).isEqualTo("<https://tracker.example/leave/" + ANA + ">");
        assertThat(header(secure, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(text(secure)).endsWith("Stop these mails: https://tracker.example/leave/" + ANA);
        assertThat(header(room.only(JUAN), "List-Unsubscribe")).isEmpty();
        assertThat(header(room.only(JUAN), "List-Unsubscribe-Post")).isEmpty();
        assertThat(text(room.only(JUAN))).isEqualTo("Essay");
    }

    @Test
    void what_is_said_besides_is_said_in_the_messages_language() {
        Message spanish = new Message(
                "change/1",
                Language.SPANISH,
                NoticeKind.URGENT,
                Severity.HIGH,
                List.of(Line.of(Style.PLAIN, "Ensayo")),
                null);

        room.notifier()
                .unsubscribe(recipient -> Optional.of(URI.create("https://tracker.example/leave")))
                .build()
                .send(spanish, ANA);

        assertThat(text(room.only(ANA))).contains("No recibir más estos correos: https://tracker.example/leave");
        assertThat(header(room.only(ANA), "Content-Language")).isEqualTo("es");
    }

    @Test
    void a_very_long_message_comes_in_parts_that_are_shown_whole() throws Exception {
        Line[] lines = IntStream.range(0, 5_000)
                .mapToObj(number -> Line.of(Style.PLAIN, "line " + number + " ñ & more"))
                .toArray(Line[]::new);

        room.notifier().build().send(message("digest", lines), ANA);

        List<MimeMessage> mails = room.mails(ANA);
        assertThat(mails).hasSizeGreaterThan(1);
        assertThat(mails).allMatch(mail -> content(mail, 1).getBytes(StandardCharsets.UTF_8).length < 102_000);
        assertThat(mails.get(0).getSubject()).isEqualTo("line 0 ñ & more (1 of " + mails.size() + ")");
        assertThat(mails.stream().map(mail -> header(mail, "Message-ID"))).doesNotHaveDuplicates();
        assertThat(mails.stream().flatMap(mail -> text(mail).lines())).hasSize(5_000);
    }

    @Test
    void a_long_subject_ends_where_lists_of_mails_end() throws Exception {
        room.notifier().build().send(message("1", Line.of(Style.HEADING, "x".repeat(5_000))), ANA);
        room.notifier().build().send(message("2", Line.of(Style.HEADING, "👩‍🎓".repeat(5_000))), ANA);

        assertThat(room.mails(ANA).get(0).getSubject()).hasSize(150).endsWith("x…");
        assertThat(room.mails(ANA).get(1).getSubject()).matches("(👩‍🎓)+…").hasSizeLessThanOrEqualTo(150);
        assertThat(raw(room.mails(ANA).get(0)).lines()).allMatch(line -> line.length() <= 998);
    }

    private static String raw(MimeMessage mail) throws IOException, MessagingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static Message message(String key, Line... lines) {
        return new Message(key, Language.ENGLISH, NoticeKind.URGENT, Severity.HIGH, List.of(lines), null);
    }
}
