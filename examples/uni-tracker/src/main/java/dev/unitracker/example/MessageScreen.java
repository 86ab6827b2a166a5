package dev.unitracker.example;

import dev.unitracker.notice.Message;
import dev.unitracker.notice.Message.Style;
import dev.unitracker.notice.NoticeKind;
import dev.unitracker.notice.Severity;
import dev.unitracker.spi.Notifier;
import dev.unitracker.words.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Shows messages on the console as a chat would: framed, with what can be answered below. */
final class MessageScreen implements Notifier {

    private final Console console;
    private final Texts words;
    private final UnaryOperator<String> text;
    private final List<Message> waiting = new ArrayList<>();

    /**
     * @param text applied to every line, for example to print recorded links as they were recorded
     */
    MessageScreen(Console console, Texts words, UnaryOperator<String> text) {
        this.console = console;
        this.words = words;
        this.text = text;
    }

    @Override
    public String name() {
        return "console";
    }

    @Override
    public void send(Message message, String recipient) {
        waiting.add(message);
    }

    /** Returns a notifier that shows each message as it is sent. */
    Notifier atOnce() {
        return new Notifier() {
            @Override
            public String name() {
                return "console";
            }

            @Override
            public void send(Message message, String recipient) {
                show(message);
            }
        };
    }

    /** Shows what was sent since the last time. */
    void showSent() {
        if (!waiting.isEmpty()) {
            console.line("  " + words.text("demo.sent"));
            waiting.forEach(this::show);
            waiting.clear();
        }
    }

    void show(Message message) {
        console.line("  ┌ " + title(message));
        for (Message.Line line : message.lines()) {
            console.line("  │ " + indent(line.style()) + text.apply(line.text()));
            if (line.link() != null) {
                console.line("  │ " + indent(line.style()) + "  " + text.apply(line.link()));
            }
        }
        console.line("  └" + buttons(message));
    }

    private String title(Message message) {
        String kind = words.text("kind." + message.kind().key());
        String severity = words.text("severity." + message.severity().key());
        if (message.severity() == Severity.INFORMATION) {
            return message.kind() == NoticeKind.URGENT ? severity : kind;
        }
        return kind + ", " + severity;
    }

    private static String indent(Style style) {
        return style == Style.DETAIL ? "    " : "";
    }

    private String buttons(Message message) {
        Message.Subject about = message.about();
        return about == null
                ? ""
                : about.actions().stream()
                        .map(action -> words.text("action." + action.name().toLowerCase(Locale.ROOT)))
                        .collect(Collectors.joining("] [", " [", "]"));
    }
}
