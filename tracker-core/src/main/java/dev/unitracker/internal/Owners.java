package dev.unitracker.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicInteger;

/** Names of those who look, for others who want the same account. */
public final class Owners {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private Owners() {}

    /** Returns a name that no other owner of any process has at this time. */
    public static String next() {
        return "process " + ProcessHandle.current().pid() + " on " + host() + ", tracker " + COUNT.incrementAndGet();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "a machine without a name";
        }
    }
}
