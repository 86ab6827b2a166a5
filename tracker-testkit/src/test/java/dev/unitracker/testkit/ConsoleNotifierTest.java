package dev.unitracker.testkit;

import dev.unitracker.ConsoleNotifier;
import dev.unitracker.spi.Notifier;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A stream of text swallows what goes wrong with it, so this one has no failures to tell of. */
class ConsoleNotifierTest extends NotifierContract {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Notifier notifier = new ConsoleNotifier(new PrintStream(printed, true, StandardCharsets.UTF_8));

    @Override
    protected Notifier notifier() {
        return notifier;
    }

    @Override
    protected String arrived(String recipient) {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
