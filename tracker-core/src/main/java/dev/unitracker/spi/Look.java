package dev.unitracker.spi;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One run over a source, as its collectors see it: what is asked of them and what they may remember. */
public interface Look {

    /** Returns the run's name; no two runs of an account share it, but for attempts that did not get to their end. */
    String run();

    /** Returns the account that is looked at. */
    String account();

    /** Returns when the run began. */
    Instant startedAt();

    /** Tells whether everything is to be read, also what seems not to have changed. */
    boolean full();

    /** Returns the names of the collectors that take part, so that those of one source can ask together. */
    Set<String> collectors();

    /** Returns what an earlier look saw in the scopes whose name starts as given, ordered by scope, then key. */
    List<Remembered> recall(String scopePrefix);

    /** Returns the notes of earlier looks by name: small texts that are no items. */
    Map<String, String> notes();

    /** Keeps a note for the looks to come, once this look's observations are stored. */
    void note(String name, String value);

    /**
     * Tells whether an earlier look is made again from what was kept of it. The source is not asked then; what it answered
     * to a request, or said in place of an answer, is {@linkplain #kept there}.
     */
    boolean replayed();

    /**
     * Returns what the source answered to a request in the look that is replayed. Where the same was asked more than once,
     * each call returns the next answer.
     *
     * @return empty if no answer came then, and always in a look at the source itself
     */
    Optional<Kept> kept(String request);

    /**
     * Keeps an answer verbatim, as evidence and for replays. A replay keeps nothing anew.
     *
     * @param request what was asked, without secrets
     * @return its SHA-256 in lower-case hex
     */
    String keep(String request, String mediaType, byte[] answer);

    /**
     * Keeps a few words that came in place of an answer, for example an error's code, for replays.
     *
     * @param request what was asked, without secrets
     */
    void keep(String request, String words);

    /** Counts a request that was made. */
    void requestMade();

    /** Says what is being done, for whoever watches the progress. */
    void progress(String doing);
}
