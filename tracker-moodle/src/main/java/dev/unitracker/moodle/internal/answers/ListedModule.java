package dev.unitracker.moodle.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.model.Completion;
import dev.unitracker.moodle.internal.client.Json;
import java.util.List;

/**
 * An activity as a course's contents list it.
 *
 * @param course the course's id
 * @param section the section's id
 * @param cmid the course-module id
 * @param modname Moodle's name of the module, for example {@code assign}
 * @param instance the activity's own id
 * @param restricted whether the student is shown it but not let in
 * @param files its files, without what Moodle makes of its text
 * @param pages the HTML pages that its text is made of, in their order
 * @param json the answer's part about it
 */
public record ListedModule(
        long course,
        long section,
        long cmid,
        String modname,
        long instance,
        boolean restricted,
        List<RemoteFile> files,
        List<RemoteFile> pages,
        JsonNode json) {

    public ListedModule {
        files = List.copyOf(files);
        pages = List.copyOf(pages);
    }

    static ListedModule of(long course, long section, JsonNode module) {
        String modname = Json.text(module, "modname");
        List<RemoteFile> all = Json.list(module.path("contents")).stream()
                .filter(entry -> Json.text(entry, "type").equals("file"))
                .map(RemoteFile::of)
                .toList();
        boolean written = modname.equals("page") || modname.equals("book");
        return new ListedModule(
                course,
                section,
                Json.number(module, "id"),
                modname,
                Json.number(module, "instance"),
                module.has("uservisible") && !Json.flag(module, "uservisible"),
                all.stream().filter(file -> isFile(file, written)).toList(),
                all.stream()
                        .filter(file -> written && isPage(file))
                        .distinct()
                        .sorted(Chapters.order(module.path("contents")))
                        .toList(),
                module);
    }

    /** A package's insides are not files to read; pictures in a text belong to the text. */
    private static boolean isFile(RemoteFile file, boolean written) {
        return !written || !(isPage(file) || file.isImage());
    }

    private static boolean isPage(RemoteFile file) {
        return file.name().equals("index.html");
    }

    /** Tells whether Moodle calls it complete though nothing shows that more was done than to look at it. */
    public boolean completeByLooking() {
        return ModuleCompletion.of(json) == Completion.COMPLETED && !ModuleCompletion.provesWork(json);
    }

    /** Tells whether the files are something a student downloads. */
    public boolean hasFilesToRead() {
        return !modname.equals("imscp") && !modname.equals("scorm") && !modname.equals("h5pactivity");
    }
}
