package dev.unitracker.http;

import java.util.Set;

/**
 * Under which names a server sends secrets that nobody knows beforehand. Names are compared letter by letter, case included.
 *
 * @param inJson names of fields whose text is secret: {@code "token":"…"}, also in JSON within JSON
 * @param inForms names of parameters whose value is secret: {@code token=…}
 * @param inPaths segments of a path after which a secret one follows: {@code tokenpluginfile.php/…}
 */
public record SecretNames(Set<String> inJson, Set<String> inForms, Set<String> inPaths) {

    /** No names: only secrets that are known beforehand are hidden. */
    public static final SecretNames NONE = new SecretNames(Set.of(), Set.of(), Set.of());

    public SecretNames {
        inJson = Set.copyOf(inJson);
        inForms = Set.copyOf(inForms);
        inPaths = Set.copyOf(inPaths);
    }
}
