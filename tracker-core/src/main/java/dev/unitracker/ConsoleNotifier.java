package dev.unitracker;

import dev.unitracker.notice.Message;
import dev.unitracker.spi.Notifier;
import java.io.PrintStream;
import java.util.Objects;

/**
 * Prints messages as lines of text; it never fails, even if the stream does. Safe for use by several threads if the
 * stream is.
 */
public final class ConsoleNotifier implements Notifier {

    private final PrintStream out;

    /**
     * Makes a notifier with one recipient, who has no name.
     *
     * @param out where to print; the caller closes it
     */
    public ConsoleNotifier(PrintStream out) {
        this.out = Objects.requireNonNull(out, "out");
    }

    @Override
    public String name() {
        return "console";
    }

    @Override
    public void send(Message message, String recipient) {
        message.text().lines().forEach(out::println);
    }
}
