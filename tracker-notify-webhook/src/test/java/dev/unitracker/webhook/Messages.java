package dev.unitracker.webhook;

import dev.unitracker.action.ActionLinks;
import dev.unitracker.action.ActionSigner;
import dev.unitracker.model.ItemId;
import dev.unitracker.notice.Message;
import dev.unitracker.notice.Message.Action;
import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Message.Style;
import dev.unitracker.notice.Message.Subject;
import dev.unitracker.notice.NoticeKind;
import dev.unitracker.notice.Severity;
import dev.unitracker.words.Language;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages to send in tests. */
final class Messages {

    static final String ESSAY = "https://campus.example.edu/mod/assign/view.php?id=5";

    static final ActionLinks LINKS = ActionSigner.withKey(
                    "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8))
            .links("https://tracker.example", "ana", () -> Instant.parse("2026-11-22T12:00:00Z"));

    private Messages() {}

    /** Returns an urgent message in Spanish of a heading that leads to the essay, and one line. */
    static Message moved() {
        return about(Severity.HIGH, new Line(Style.HEADING, "Fecha límite movida", ESSAY), plain("Historia · Ensayo"));
    }

    static Message about(Severity severity, Line... lines) {
        Subject about = new Subject(new ItemId("ana", "moodle", "assign:5"), 7, 12, ESSAY, List.of(Action.values()));
        return message(severity, about, List.of(lines));
    }

    /** Returns a message about nothing that can be answered. */
    static Message of(String... texts) {
        List<Line> lines = new ArrayList<>();
        for (String text : texts) {
            lines.add(plain(text));
        }
        return message(Severity.MEDIUM, null, lines);
    }

    static Line heading(String text) {
        return Line.of(Style.HEADING, text);
    }

    static Line plain(String text) {
        return Line.of(Style.PLAIN, text);
    }

    private static Message message(Severity severity, @Nullable Subject about, List<Line> lines) {
        return new Message("change/12#0 ñ", Language.SPANISH, NoticeKind.URGENT, severity, lines, about);
    }
}
