package dev.unitracker.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.notice.Message;
import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Message.Style;
import dev.unitracker.notice.NoticeKind;
import dev.unitracker.notice.Severity;
import dev.unitracker.words.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How a server is reached: encrypted, by whom it proves to be, and within a time. */
class ConnectionTest {

    private static final String ANA = "ana@example.org";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void by_starttls_login_and_mail_are_encrypted() throws Exception {
        Identity identity = Identity.of("localhost", folder);
        try (MoodyServer server = new MoodyServer(identity.ofTheServer())) {
            MailNotifier.smtp("localhost", server.port())
                    .login("tracker", "secret!")
                    .from("tracker@example.org")
                    .to(ANA)
                    .trusting(identity.ofWhoeverTrusts())
                    .build()
                    .send(message(), ANA);

            assertThat(server.heard())
                    .containsSubsequence("EHLO", "STARTTLS", "encrypted", "EHLO", "MAIL", "> Subject: Essay");
            assertThat(server.heard().subList(0, 2)).containsExactly("EHLO", "STARTTLS");
        }
    }

    @Test
    void a_server_that_does_not_encrypt_gets_nothing() throws Exception {
        try (MoodyServer server = new MoodyServer()) {
            NotDeliveredException refused = failure(MailNotifier.smtp("localhost", server.port())
                    .login("tracker", "secret!")
                    .from("tracker@example.org")
                    .to(ANA)
                    .build());

            assertThat(refused).hasMessageContaining("does not encrypt (STARTTLS)");
            assertThat(refused.permanent()).isFalse();
            assertThat(server.heard()).doesNotContain("MAIL").noneMatch(line -> line.startsWith("AUTH"));
        }
    }

    @Test
    void a_server_that_nobody_vouches_for_or_with_the_name_of_another_gets_nothing() throws Exception {
        Identity other = Identity.of("mail.example.net", folder);
        try (MoodyServer server = new MoodyServer(other.ofTheServer())) {
            MailNotifier.Builder settings = MailNotifier.smtp("localhost", server.port())
                    .from("tracker@example.org")
                    .to(ANA);

            NotDeliveredException unknown = failure(settings.build());
            NotDeliveredException named =
                    failure(settings.trusting(other.ofWhoeverTrusts()).build());

            assertThat(unknown).hasMessageContaining("could not prove who it is");
            assertThat(named).hasMessageContaining("could not prove who it is");
            assertThat(server.heard()).doesNotContain("MAIL");
        }
    }

    @Test
    void by_tls_all_is_encrypted_from_the_first_byte_on() throws Exception {
        Identity identity = Identity.of("localhost", folder);
        try (MoodyServer server = MoodyServer.encrypted(identity.ofTheServer())) {
            MailNotifier.smtp("localhost", server.port())
                    .tls()
                    .login("tracker", "secret!")
                    .from("tracker@example.org")
                    .to(ANA)
                    .trusting(identity.ofWhoeverTrusts())
                    .build()
                    .send(message(), ANA);

            assertThat(server.heard()).startsWith("encrypted", "EHLO").contains("> Subject: Essay");
        }
    }

    /** The time is the subject here: whatever the server does, the end comes, and long before the test's own limit. */
    @Test
    @Timeout(60)
    void a_server_that_says_nothing_or_never_ends_is_left() throws Exception {
        for (boolean drips : List.of(false, true)) {
            try (MoodyServer server = new MoodyServer()) {
                if (drips) {
                    server.drip();
                } else {
                    server.beSilent();
                }
                NotDeliveredException late = failure(MailNotifier.smtp("localhost", server.port())
                        .unencrypted()
                        .from("tracker@example.org")
                        .to(ANA)
                        .timeout(Duration.ofSeconds(1))
                        .build());

                assertThat(late.permanent()).isFalse();
                assertThat(late).hasMessage("localhost:" + server.port() + " took longer than 1 s");
            }
        }
    }

    @Test
    void a_name_that_nobody_has_is_said() {
        NotDeliveredException lost = failure(MailNotifier.smtp("mail.invalid", 587)
                .from("tracker@example.org")
                .to(ANA)
                .build());

        assertThat(lost).hasMessageStartingWith("mail.invalid:587 ");
        assertThat(lost.permanent()).isFalse();
    }

    @Test
    void no_login_is_sent_in_the_clear_over_a_network() {
        MailNotifier.Builder settings = MailNotifier.smtp("mail.example.org", 25)
                .unencrypted()
                .from("tracker@example.org")
                .to(ANA)
                .login("tracker", "secret!");

        assertThatThrownBy(settings::build).hasMessageContaining("in the clear").hasMessageNotContaining("secret!");
    }

    private static NotDeliveredException failure(MailNotifier notifier) {
        return catchThrowableOfType(NotDeliveredException.class, () -> notifier.send(message(), ANA));
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
}
