package dev.unitracker.spi;

import dev.unitracker.error.LoginRefusedException;
import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.run.Part;
import java.util.List;
import java.util.Optional;

/**
 * Reads one source. Called by one thread at a time.
 *
 * <p>Whoever writes a collector asks its source only through the look's {@linkplain Look#archive archive}: then every look
 * can be replayed. The contract of the test kit shows whether it does, and more.
 */
public interface Collector {

    /**
     * Returns the name of the source, for example {@code campus}: 1 to {@value NoteOwner#MAX_NAME} characters. It never changes, and
     * no two of a tracker share one.
     */
    String name();

    /** Returns how people speak of its source; always the same. Default: empty, and the source is called "the site". */
    default Optional<SourceProfile> profile() {
        return Optional.empty();
    }

    /**
     * Looks at the source once and hands over what it saw, scope by scope, in any order, from any of its threads.
     *
     * <p>What fails within it is an observation that says so; an exception means that the collector as a whole saw
     * nothing more. Other collectors go on.
     *
     * @throws LoginRefusedException if the source refuses the student's login
     * @throws SourceUnavailableException if the source cannot be read now
     */
    void collect(Look look, Sink sink);

    /**
     * Returns the parts of the source, in the order in which they are shown; always the same. Each scope belongs to one of
     * them. Their names should begin with the collector's,
     * for no two parts of a tracker share a name. Default: one part, named as the
     * collector.
     */
    default List<Part> parts() {
        return List.of(Part.named(name()));
    }
}
