package dev.unitracker.moodle.internal.look;

import dev.unitracker.error.LoginRefusedException;
import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.model.Evidence;
import dev.unitracker.moodle.internal.answers.Assignments.Assignment;
import dev.unitracker.moodle.internal.answers.Courses.Course;
import dev.unitracker.moodle.internal.answers.Forums.Discussion;
import dev.unitracker.moodle.internal.answers.Keys;
import dev.unitracker.moodle.internal.answers.ListedModule;
import dev.unitracker.moodle.internal.answers.ModuleList;
import dev.unitracker.moodle.internal.answers.RemoteFile;
import dev.unitracker.run.Level;
import dev.unitracker.run.Missed;
import dev.unitracker.run.Missed.Code;
import dev.unitracker.spi.Completeness;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The text of files, and of activities whose text is made of pages. What did not move is not downloaded again. */
final class FilesPart extends PartReader {

    private final FileLimits limits;

    FilesPart(String collector, FileLimits limits) {
        super(MoodlePart.FILES, collector);
        this.limits = limits;
    }

    @Override
    void observe(Reading reading, Sink sink) {
        PageTexts pages = new PageTexts(reading);
        forgetPages(pages, reading, sink);
        List<Wanted> wanted = wanted(pages, reading).stream()
                .filter(one -> !reading.memory().wasRead(one.itemKey(), one.version()))
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        if (!reading.asking().site().downloads()) {
            sink.observe(Observation.notLooked(
                    scope("files"),
                    new Missed(
                            Code.DOWNLOADS_OFF,
                            "text of " + wanted.size() + " files",
                            "the site does not let files be downloaded")));
            return;
        }
        readEach(wanted, reading, sink);
    }

    private void readEach(List<Wanted> wanted, Reading reading, Sink sink) {
        Downloads downloads = new Downloads(reading, limits);
        int done = 0;
        for (Wanted one : wanted) {
            if (done >= limits.filesPerLook()) {
                reading.memory().owe(Set.of(one.owed()));
                sink.observe(Observation.notLooked(
                        scope("files"),
                        new Missed(
                                Code.LEFT_FOR_LATER,
                                "text of " + (wanted.size() - done) + " files",
                                "left for the next look")));
                return;
            }
            done++;
            reading.look().progress("reading file " + done + " of " + wanted.size() + ": " + one.name());
            Observation observation;
            try {
                observation = read(one, downloads);
            } catch (SiteOutOfOrderException e) {
                reading.memory()
                        .owe(wanted.subList(done - 1, wanted.size()).stream()
                                .map(Wanted::owed)
                                .toList());
                throw new SourceUnavailableException(String.valueOf(e.getMessage()), e);
            }
            if (observation.completeness().level() == Level.NOT_LOOKED) {
                reading.memory().owe(Set.of(one.owed()));
            }
            sink.observe(observation);
        }
    }

    /** What was read as files before the site had the list gives way to the list. */
    private void forgetPages(PageTexts pages, Reading reading, Sink sink) {
        reading.courses().stream()
                .flatMap(course -> reading.contents(course).stream())
                .flatMap(contents -> contents.modules().stream())
                .filter(module -> pages.areListed(module) && reading.memory().wasRead(Keys.module(module.cmid())))
                .forEach(module -> reading.good(reading.calls().modules("page"))
                        .filter(list -> ModuleList.shows(module.cmid(), list.json()))
                        .ifPresent(list -> sink.observe(observation(
                                scope(Keys.module(module.cmid())),
                                List.of(),
                                list,
                                Completeness.witnessed("the list of pages")))));
    }

    /**
     * Something to read.
     *
     * @param itemKey whose text it is
     * @param owed what has to be asked again to find it, if it cannot be read now
     * @param parts the files that the text is made of; one for a file
     * @param written whether it is an activity's own text
     */
    private record Wanted(
            String itemKey, String course, String owed, String name, List<RemoteFile> parts, boolean written) {

        String version() {
            return written
                    ? String.join(
                            ",",
                            parts.stream()
                                    .map(part -> part.path() + " " + part.version())
                                    .toList())
                    : parts.get(0).version();
        }
    }

    private List<Wanted> wanted(PageTexts pages, Reading reading) {
        Map<String, Wanted> wanted = new LinkedHashMap<>();
        for (Course course : reading.courses()) {
            List<ListedModule> modules = new ArrayList<>(
                    reading.contents(course).map(contents -> contents.modules()).orElse(List.of()));
            modules.sort(Comparator.comparing(ListedModule::cmid));
            for (ListedModule module : modules) {
                ofModule(module, pages).forEach(one -> wanted.putIfAbsent(one.itemKey(), one));
            }
        }
        for (Assignment assignment : reading.assignments()) {
            assignment.files().stream()
                    .map(file -> file(assignment.course(), assignment.cmid(), file))
                    .forEach(one -> wanted.putIfAbsent(one.itemKey(), one));
        }
        reading.forums().stream()
                .flatMap(forum -> reading.discussions(forum).stream())
                .flatMap(FilesPart::attachments)
                .forEach(one -> wanted.putIfAbsent(one.itemKey(), one));
        return List.copyOf(wanted.values());
    }

    private static List<Wanted> ofModule(ListedModule module, PageTexts pages) {
        List<Wanted> wanted = new ArrayList<>();
        if (module.hasFilesToRead()) {
            module.files().stream()
                    .filter(file -> !file.elsewhere())
                    .sorted(Comparator.comparing(RemoteFile::path).thenComparing(RemoteFile::name))
                    .forEach(file -> wanted.add(file(module.course(), module.cmid(), file)));
        }
        if (!module.pages().isEmpty() && !pages.areListed(module)) {
            wanted.add(new Wanted(
                    Keys.module(module.cmid()),
                    Keys.course(module.course()),
                    Keys.course(module.course()),
                    module.modname() + " " + module.cmid(),
                    module.pages(),
                    true));
        }
        return wanted;
    }

    private static Wanted file(long course, long cmid, RemoteFile file) {
        return new Wanted(
                Keys.file(cmid, file.path(), file.name()),
                Keys.course(course),
                Keys.course(course),
                file.name(),
                List.of(file),
                false);
    }

    private static Stream<Wanted> attachments(Discussion discussion) {
        return discussion.attachments().stream()
                .filter(file -> !file.elsewhere())
                .map(file -> new Wanted(
                        Keys.attachment(discussion.id(), file.path(), file.name()),
                        Keys.course(discussion.forum().course()),
                        Keys.module(discussion.forum().cmid()),
                        file.name(),
                        List.of(file),
                        false));
    }

    private Observation read(Wanted wanted, Downloads downloads) {
        Scope scope = scope(wanted.itemKey());
        try {
            Downloads.Read read = wanted.written()
                    ? downloads.pages(wanted.itemKey(), wanted.course(), wanted.parts(), wanted.version())
                    : downloads.file(
                            wanted.itemKey(), wanted.course(), wanted.parts().get(0));
            return new Observation(
                    scope,
                    read.missed()
                            .map(missed -> Completeness.partial(missed.named(wanted.name())))
                            .orElse(Completeness.COMPLETE),
                    List.of(read.sighting()),
                    Set.of(),
                    new Evidence(name(), "file " + wanted.name(), read.artifact()));
        } catch (LoginRefusedException e) {
            throw e;
        } catch (SourceUnavailableException | UnreadFileException e) {
            return Observation.notLooked(
                    scope,
                    new Missed(Code.FAILED, "file " + wanted.name(), String.valueOf(e.getMessage()), wanted.name()));
        }
    }
}
