package dev.unitracker.moodle.internal.answers;

import dev.unitracker.model.ItemType;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What sort of item each of Moodle's modules is. */
final class ModuleTypes {

    private static final Map<String, ItemType> NAMED =
            Map.of("assign", ItemType.ASSIGNMENT, "quiz", ItemType.QUIZ, "forum", ItemType.FORUM);

    private static final Set<String> MATERIAL = Set.of("resource", "folder", "page", "book", "url", "label", "imscp");

    private ModuleTypes() {}

    /** Returns the type of a module; one without a word of ours keeps its own name. */
    static ItemType of(String modname) {
        if (MATERIAL.contains(modname)) {
            return ItemType.MATERIAL;
        }
        ItemType named = NAMED.get(modname);
        return named != null
                ? named
                : new ItemType(modname.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_"));
    }
}
