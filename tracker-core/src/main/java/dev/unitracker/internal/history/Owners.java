package dev.unitracker.internal.history;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Names of those who look, for others who want the same account. */
public final class Owners {

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Processes in containers may share number and host. */
    private static final String LETTERS = UUID.randomUUID().toString().substring(0, 8);

    private Owners() {}

    /** Returns a name that no other owner of any process has at this time. */
    public static String next() {
        return "process " + ProcessHandle.current().pid() + " on " + host() + ", tracker " + COUNT.incrementAndGet()
                + " (" + LETTERS + ")";
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "a machine without a name";
        }
    }
}
