package dev.unitracker.example;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where the application prints: results to one stream, progress and failures to the other; always in UTF-8. Safe for use by
 * several threads.
 */
final class Console {

    /** Set by the start script, which can tell; Java 17 cannot tell it of standard error alone. */
    private static final String TERMINAL = "unitracker.terminal";

    private static final int WIDTH = 79;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean interactive;
    private boolean progressShown;

    Console(OutputStream out, OutputStream err) {
        this(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Boolean.getBoolean(TERMINAL));
    }

    private Console(PrintStream out, PrintStream err, boolean interactive) {
        this.out = out;
        this.err = err;
        this.interactive = interactive;
    }

    /** Returns a console that prints everything where failures go, for when results are for a program. */
    Console reportingToError() {
        return new Console(err, err, false);
    }

    synchronized void line(String text) {
        clearProgress();
        out.println(text);
    }

    synchronized void error(String text) {
        clearProgress();
        err.println(text);
    }

    /** Shows what is being done: over the line before on a terminal, else as a line of its own. */
    synchronized void progress(String doing) {
        String line = doing.length() > WIDTH ? doing.substring(0, WIDTH - 1) + "…" : doing;
        if (interactive) {
            clearProgress();
            err.print(line);
            err.flush();
            progressShown = true;
        } else {
            err.println(line);
        }
    }

    /** Shows what is being done on a terminal, and nowhere else. */
    void fleeting(String doing) {
        if (interactive) {
            progress(doing);
        }
    }

    private void clearProgress() {
        if (progressShown) {
            err.print("\r" + " ".repeat(WIDTH + 1) + "\r");
            err.flush();
            progressShown = false;
        }
    }
}
