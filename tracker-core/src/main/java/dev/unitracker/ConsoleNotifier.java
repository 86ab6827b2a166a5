package dev.unitracker;

import dev.unitracker.model.Change;
import dev.unitracker.spi.Notifier;
import java.io.PrintStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Prints changes as lines of text. Safe for use by several threads as far as its stream is. */
public final class ConsoleNotifier implements Notifier {

    private final PrintStream out;
    private final ChangeText text;

    /**
     * @param out where to print
     * @param zone the zone that times are shown in
     */
    public ConsoleNotifier(PrintStream out, ZoneId zone) {
        this.out = out;
        this.text = new ChangeText(zone, Locale.ENGLISH);
    }

    @Override
    public String name() {
        return "console";
    }

    @Override
    public void tell(List<Change> changes) {
        changes.forEach(change -> text.lines(change).forEach(out::println));
    }
}
