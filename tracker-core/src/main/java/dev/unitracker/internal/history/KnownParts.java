package dev.unitracker.internal.history;

import dev.unitracker.run.Part;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.Notes;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The parts of an account's sources with their labels. The end of a look notes those that its collectors state, so that
 * whoever reads the store alone knows what people call them; a look that states nothing new notes nothing.
 */
public final class KnownParts {

    /** The core's note that holds them: a line for each part, with its name, and each language with its label, by tabs. */
    public static final String NOTE = "parts";

    private static final String TAB = "\t";

    private KnownParts() {}

    /** Returns the parts that were ever looked at, ordered by name; empty before the end of the first look. */
    public static List<Part> of(Notes notes) {
        return List.copyOf(read(notes.get(NoteOwner.CORE, NOTE).orElse("")).values());
    }

    /** Returns what is to be noted, after parts are stated; what was noted of others stays. */
    public static String noted(String before, Collection<Part> stated) {
        SortedMap<String, Part> parts = read(before);
        stated.forEach(part -> parts.put(part.name(), part));
        return parts.values().stream().map(KnownParts::line).collect(Collectors.joining("\n"));
    }

    private static String line(Part part) {
        StringBuilder line = new StringBuilder(part.name());
        part.labels()
                .forEach((language, label) ->
                        line.append(TAB).append(language).append(TAB).append(label));
        return line.toString();
    }

    private static SortedMap<String, Part> read(String note) {
        SortedMap<String, Part> parts = new TreeMap<>();
        note.lines().forEach(line -> {
            Iterator<String> words = Arrays.asList(line.split(TAB, -1)).iterator();
            Part part = Part.named(words.next());
            while (words.hasNext()) {
                part = part.labelled(words.next(), words.hasNext() ? words.next() : "");
            }
            parts.put(part.name(), part);
        });
        return parts;
    }
}
