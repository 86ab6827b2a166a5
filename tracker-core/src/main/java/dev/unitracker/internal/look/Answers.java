package dev.unitracker.internal.look;

import dev.unitracker.spi.Kept;
import dev.unitracker.spi.Run;
import java.util.List;
import java.util.Optional;

/** Where the answers of one look come from and go to. Safe for use by several threads. */
public interface Answers {

    /** Tells whether the look is replayed, so that the source is not to be asked. */
    boolean replayed();

    /** Returns the next answer that is kept to a request; empty if there is none. */
    Optional<Kept> kept(String request);

    /** Keeps an answer and returns its hash. */
    String keep(String request, String mediaType, byte[] answer);

    /** Keeps what was said in place of an answer. */
    void keep(String request, String words);

    /** Returns what was asked and what came, in the order in which it came. */
    List<Run.Answer> all();
}
