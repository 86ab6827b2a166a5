package dev.unitracker.spi;

import dev.unitracker.error.LoginRefusedException;
import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.run.Part;
import java.util.List;
import java.util.Optional;

/**
 * Reads one source. A tracker calls it by one thread at a time.
 *
 * <p>A collector must ask its source only through the {@linkplain Look#archive archive} of the look. Then every look
 * can be replayed without a line of its own. The test kit has a contract, {@code CollectorContract}, that shows whether
 * a collector keeps this and the other rules.
 */
public interface Collector {

    /**
     * Returns the name of the source, for example {@code campus}: 1 to {@value NoteOwner#MAX_NAME} characters, without
     * a slash. It never changes, since all that is seen is stored under it. No two collectors of a tracker have the
     * same name.
     */
    String name();

    /**
     * Returns the words that messages and briefs have for its source; always the same. Default: empty, and the source
     * is called "the site".
     */
    default Optional<SourceProfile> profile() {
        return Optional.empty();
    }

    /**
     * Looks at the source once and hands over what it saw, scope by scope, in any order. It may use threads of its own;
     * what they hand over after this method has returned is ignored.
     *
     * <p>If a scope cannot be read, the collector hands over an observation that says so. If it throws, what it handed
     * over counts, and each part that was not {@linkplain Sink#read read to its end} is reported as failed. Other
     * collectors go on.
     *
     * @param look what is asked, and what the collector may use
     * @param sink takes what was seen
     * @throws LoginRefusedException if the source refuses the student's login
     * @throws SourceUnavailableException if the source cannot be read now
     */
    void collect(Look look, Sink sink);

    /**
     * Returns the parts of the source, in the order in which they are shown; always the same, at least one. Each scope
     * belongs to one of them. Let their names begin with the collector's name, because no two parts of a tracker may
     * have the same name. Default: one part, named as the collector.
     */
    default List<Part> parts() {
        return List.of(Part.named(name()));
    }
}
