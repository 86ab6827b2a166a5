package dev.unitracker.internal.look;

import dev.unitracker.spi.Home;
import dev.unitracker.spi.Progress;
import dev.unitracker.spi.StoreSession;

/** What goes with a look while it is written, course by course. */
public interface Stages {

    /** Is called before the transaction of each course, in order. Tells whether the look gets to it. */
    boolean comesTo(Home home);

    /** Is called in each transaction that writes something of a course; again if the transaction is tried again. */
    void writes(StoreSession session, Progress progress);

    /** Is called once that is committed. */
    void wrote();
}
