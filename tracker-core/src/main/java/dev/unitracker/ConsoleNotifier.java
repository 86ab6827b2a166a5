package dev.unitracker;

import dev.unitracker.notice.Message;
import dev.unitracker.spi.Notifier;
import java.io.PrintStream;
import java.util.Objects;

/** Prints messages as lines of text. Safe for use by several threads as far as its stream is. */
public final class ConsoleNotifier implements Notifier {

    private final PrintStream out;

    /**
     * @param out where to print
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
