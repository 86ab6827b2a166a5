package dev.unitracker.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what a command prints, however much that is, and keeps the end of it. Safe for use by several threads. */
final class LastWords implements Runnable {

    private static final int KEPT = 2_000;

    private final InputStream output;
    private byte[] end = {};
    private boolean cut;

    LastWords(InputStream output) {
        this.output = output;
    }

    /** Reads until the command ends or closes its output. */
    @Override
    public void run() {
        byte[] some = new byte[KEPT];
        try {
            for (int read = output.read(some); read >= 0; read = output.read(some)) {
                keep(some, read);
            }
        } catch (IOException e) {
            // It was ended; what it said until then is there.
        }
    }

    private synchronized void keep(byte[] some, int length) {
        byte[] both = Arrays.copyOf(end, end.length + length);
        System.arraycopy(some, 0, both, end.length, length);
        cut = cut || both.length > KEPT;
        end = Arrays.copyOfRange(both, Math.max(0, both.length - KEPT), both.length);
    }

    /** Returns the last line that says something; empty if there is none yet, or if its beginning is not there any more. */
    synchronized String line() {
        return new String(end, StandardCharsets.UTF_8)
                .lines()
                .skip(cut ? 1 : 0)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce("", (earlier, later) -> later);
    }
}
