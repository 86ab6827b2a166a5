package dev.unitracker.internal.look;

import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.error.StoreException;
import dev.unitracker.spi.Archive;
import dev.unitracker.spi.KeptAnswer;
import java.util.List;

/** An archive that knows all that one collector was answered in one look. Safe for use by several threads. */
public interface AnswersOfALook extends Archive {

    /** Returns what was asked and what came, in the order in which it came. */
    List<KeptAnswer> all();

    static SourceUnavailableException noAnswer(String request) {
        return new SourceUnavailableException("no answer to " + request + " came in this look");
    }

    static StoreException onlyWords(String request) {
        return new StoreException("only words came in answer to " + request);
    }
}
