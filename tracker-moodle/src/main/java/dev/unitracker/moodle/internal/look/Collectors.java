package dev.unitracker.moodle.internal.look;

import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.error.TrackerException;
import dev.unitracker.moodle.internal.answers.Links;
import dev.unitracker.moodle.internal.client.MoodleSite;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.Observation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The collectors of one site. The first that is asked in a look reads for all of them, so that they share batches; what
 * went wrong then is told to each.
 */
public final class Collectors {

    private final MoodleSite site;
    private final Links links;
    private final Set<String> names = new HashSet<>();
    private final Set<String> waiting = new HashSet<>();
    private @Nullable Look current;
    private @Nullable Reading reading;
    private @Nullable TrackerException failure;

    private Collectors(MoodleSite site) {
        this.site = site;
        this.links = new Links(site.address().toString());
    }

    /** Returns all collectors of a site. */
    public static List<Collector> of(MoodleSite site, FileLimits limits) {
        Collectors shared = new Collectors(site);
        return List.of(
                shared.collector(new CoursesPart()),
                shared.collector(new ContentsPart()),
                shared.collector(new UpdatesPart()),
                shared.collector(new ForumsPart()),
                shared.collector(new AssignmentsPart()),
                shared.collector(new QuizzesPart()),
                shared.collector(new GradesPart()),
                shared.collector(new CalendarPart()),
                shared.collector(new FilesPart(limits)));
    }

    private Collector collector(Part part) {
        names.add(part.name());
        return new Collector() {
            @Override
            public String name() {
                return part.name();
            }

            @Override
            public boolean replayable() {
                return true;
            }

            @Override
            public void collect(Look look, Consumer<Observation> observations) {
                try {
                    part.observe(reading(look), observations);
                } finally {
                    done(part.name());
                }
            }
        };
    }

    /** The answers of a whole site are not held until the next look. */
    private synchronized void done(String collector) {
        waiting.remove(collector);
        if (waiting.isEmpty()) {
            reading = null;
        }
    }

    private synchronized Reading reading(Look look) {
        // A look and a replay of it have the same name.
        if (look != current) {
            current = look;
            waiting.clear();
            waiting.addAll(look.collectors());
            waiting.retainAll(names);
            reading = null;
            failure = null;
            try {
                reading = Reading.of(look, site.answers(look), links);
            } catch (TrackerException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        if (reading == null) {
            throw new SourceUnavailableException("the site could not be read in this look");
        }
        return reading;
    }
}
