package dev.unitracker.documents;

import java.io.IOException;
import java.util.Set;

/** A kind of file whose text can be read. Stateless and safe for use by several threads. */
interface TextFormat {
    /** Returns whether the content itself shows this format, whatever the file is called. */
    boolean recognises(SourceFile file) throws IOException;

    /** Returns the endings of names, in lower case, that claim this format. */
    Set<String> extensions();

    /** Returns whether a media type claims this format. */
    boolean hasMimeType(String mimeType);

    /**
     * Reads the text of a file that shows or claims this format. Runs in a thread that is interrupted when the time is
     * over.
     *
     * @throws UnreadableException if the reason is known
     * @throws IOException if the file is damaged
     */
    Extraction read(SourceFile file, Limits limits) throws IOException;
}
