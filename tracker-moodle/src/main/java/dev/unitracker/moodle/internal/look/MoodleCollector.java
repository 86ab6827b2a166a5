package dev.unitracker.moodle.internal.look;

import dev.unitracker.moodle.internal.answers.Links;
import dev.unitracker.moodle.internal.client.MoodleSite;
import dev.unitracker.moodle.internal.client.SiteAnswers;
import dev.unitracker.run.Part;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.Sink;
import dev.unitracker.spi.SourceProfile;
import java.util.List;
import java.util.Optional;

/**
 * A Moodle by its web service. What a look needs is asked for all its parts together, in few requests; then each part says
 * what it saw. What goes wrong while it is asked is the outcome of every part.
 */
public final class MoodleCollector implements Collector {

    private final String name;
    private final MoodleSite site;
    private final Links links;
    private final List<PartReader> readers;

    /**
     * @param name what the names of its parts begin with
     * @param limits how much is downloaded in one look
     */
    public MoodleCollector(String name, MoodleSite site, FileLimits limits) {
        this.name = name;
        this.site = site;
        this.links = new Links(site.address().toString());
        this.readers = List.of(
                new CoursesPart(name),
                new ContentsPart(name),
                new UpdatesPart(name),
                new ForumsPart(name),
                new AssignmentsPart(name),
                new QuizzesPart(name),
                new GradesPart(name),
                new CalendarPart(name),
                new FilesPart(name, limits));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<SourceProfile> profile() {
        return Optional.of(MoodleProfile.PROFILE);
    }

    @Override
    public List<Part> parts() {
        return MoodlePart.allIn(name);
    }

    @Override
    public void collect(Look look, Sink sink) {
        SiteAnswers answers = site.answers(look);
        try {
            Reading reading = Reading.of(name, look, answers, links);
            readers.forEach(part -> sink.read(part.name(), () -> part.observeAll(reading, sink)));
        } finally {
            if (answers.refusedSomething()) {
                Asking.forgetSite(look);
            }
        }
    }
}
