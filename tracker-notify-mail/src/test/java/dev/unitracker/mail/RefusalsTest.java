package dev.unitracker.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.unitracker.error.LoginRefusedException;
import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.notice.Message;
import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Message.Style;
import dev.unitracker.notice.NoticeKind;
import dev.unitracker.notice.Severity;
import dev.unitracker.words.Language;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What it means when a server does not take a mail, and what is said of it. */
class RefusalsTest {

    private static final String PASSWORD = "correct horse battery";

    @AutoClose
    private final MoodyServer server = new MoodyServer();

    /** The command, what the server answers, whether the mail is lost, and for how many minutes it waits at least. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "RCPT, 550 5.1.1 no such mailbox, true, 0",
        "RCPT, 553 no such mailbox, true, 0",
        "RCPT, 552 5.2.2 mailbox full, true, 0",
        "RCPT, 450 4.2.0 try again later, false, 0",
        "RCPT, 452 4.2.2 mailbox full, false, 0",
        "RCPT, 530 5.7.0 authentication required, false, 60",
        "DATA, 554 5.6.0 no, true, 0",
        "DATA, 451 4.3.0 not now, false, 0",
        "text, 554 5.7.1 looks like spam, true, 0",
        "text, 552 5.3.4 too large, true, 0",
        "text, 421 4.3.2 shutting down, false, 0",
        "text, 550 5.4.5 daily limit exceeded, false, 0",
        "MAIL, 550 5.7.1 sender not yours, false, 60",
        "MAIL, 451 4.7.1 greylisted, false, 0",
        "AUTH, 535 5.7.8 bad credentials, false, 60",
        "AUTH, 454 4.7.0 too many logins, false, 0",
        "greeting, 554 5.7.1 go away, false, 0",
        "greeting, 421 busy, false, 0",
        "EHLO, 502 what, false, 0",
    })
    void what_passes_is_tried_again_and_what_lasts_is_given_up(
            String command, String reply, boolean lost, long minutes) {
        server.answers(command, reply).answers("HELO", reply);

        NotDeliveredException refused = failure(notifier());

        assertThat(refused.permanent()).isEqualTo(lost);
        assertThat(refused.retryAfter().orElse(Duration.ZERO)).isEqualTo(Duration.ofMinutes(minutes));
        assertThat(refused).hasMessageStartingWith("127.0.0.1:" + server.port() + " ");
    }

    @Test
    void it_says_whom_the_server_refused_and_with_what_words() {
        server.answers("RCPT", "550 5.1.1 no such mailbox here, see https://mail.example/help");

        assertThat(failure(notifier()))
                .hasMessage(
                        "127.0.0.1:" + server.port() + " refused the address ana@example.org (550 5.1.1 no such mailbox"
                                + " here, see https://mail.example/help)");
    }

    @Test
    void long_words_of_a_server_are_cut_and_are_one_line() {
        server.answers("RCPT", "550-5.1.1 no\r\n550 5.1.1 " + "x".repeat(500));

        assertThat(failure(notifier()).getMessage()).doesNotContain("\n", "\r").hasSizeLessThan(300);
    }

    @Test
    void a_server_that_repeats_the_password_does_not_get_it_shown() {
        String form = Base64.getEncoder().encodeToString(("\0tracker\0" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        String twice =
                Base64.getEncoder().encodeToString(("tracker\0tracker\0" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        server.answers("AUTH", "535 5.7.8 " + PASSWORD + " is wrong: AUTH PLAIN " + form + " " + twice);
        MailNotifier notifier = notifier();

        NotDeliveredException refused = failure(notifier);
        Throwable checked = catchThrowableOfType(LoginRefusedException.class, notifier::check);

        assertThat(trace(refused) + trace(checked)).contains("*** is wrong").doesNotContain(PASSWORD, form, twice);
        assertThat(notifier.toString()).doesNotContain(PASSWORD).contains("ana@example.org");
    }

    @Test
    void a_refused_login_is_tried_again_and_loses_nothing_when_it_is_taken_again() {
        server.answers("AUTH", "535 5.7.8 the directory is away");
        MailNotifier notifier = notifier();
        failure(notifier);

        server.answers("AUTH", "235 welcome");
        notifier.send(message(), "ana@example.org");

        assertThat(server.heard()).contains("> Subject: Essay");
    }

    @Test
    void the_check_at_the_start_tells_a_wrong_login_from_a_server_that_is_not_there() throws Exception {
        MailNotifier notifier = notifier();
        notifier.check();
        server.answers("AUTH", "535 5.7.8 bad credentials");
        assertThatThrownBy(notifier::check).isInstanceOf(LoginRefusedException.class);

        server.close();

        assertThatThrownBy(notifier::check)
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessageContaining("could not be reached");
        assertThat(server.heard()).doesNotContain("DATA", "RCPT");
    }

    @Test
    void who_is_none_of_the_recipients_is_not_told() {
        assertThatThrownBy(() -> notifier().send(message(), "eve@example.org"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private NotDeliveredException failure(MailNotifier notifier) {
        return catchThrowableOfType(NotDeliveredException.class, () -> notifier.send(message(), "ana@example.org"));
    }

    private MailNotifier notifier() {
        return MailNotifier.smtp("127.0.0.1", server.port())
                .unencrypted()
                .login("tracker", PASSWORD)
                .from("tracker@example.org")
                .to("ana@example.org")
                .build();
    }

    private static Message message() {
        return new Message(
                "change/1",
                Language.ENGLISH,
                NoticeKind.URGENT,
                Severity.HIGH,
                List.of(Line.of(Style.HEADING, "Essay")),
                null);
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
