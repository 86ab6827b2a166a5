package dev.unitracker.example;

import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for a signal that ends the process, and lets what is under way come to its end first. A process that did so ended well: its
 * status is 0, as who started it expects of a server that it stops.
 */
final class Ending {

    private static final Logger log = LoggerFactory.getLogger(Ending.class);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    private Ending(CountDownLatch stopped) {
        this.hook = new Thread(() -> end(stopped), "uni-tracker end");
    }

    /**
     * Begins to wait.
     *
     * @param stopped is counted down when the signal comes; whoever does the work ends it then and closes this
     */
    static Ending on(CountDownLatch stopped) {
        Ending ending = new Ending(stopped);
        Runtime.getRuntime().addShutdownHook(ending.hook);
        return ending;
    }

    private void end(CountDownLatch stopped) {
        stopped.countDown();
        try {
            ended.await();
            // A process that a signal ends has the signal's status, unless it ends itself.
            Runtime.getRuntime().halt(ExitStatus.COMPLETE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says that the work is over. */
    void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            log.debug("ended by a signal", e);
        }
        ended.countDown();
    }
}
