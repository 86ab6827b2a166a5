package dev.unitracker.moodle.internal.look;

import dev.unitracker.moodle.internal.answers.Courses.Course;
import dev.unitracker.moodle.internal.answers.Forums;
import dev.unitracker.moodle.internal.answers.Forums.Discussion;
import dev.unitracker.moodle.internal.answers.Forums.Forum;
import dev.unitracker.moodle.internal.answers.Keys;
import dev.unitracker.moodle.internal.client.Answer;
import dev.unitracker.moodle.internal.client.Call;
import dev.unitracker.spi.Completeness;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Forums, their discussions and the replies. */
final class ForumsPart extends Part {

    ForumsPart() {
        super(Names.FORUMS);
    }

    @Override
    void observe(Reading reading, Consumer<Observation> observations) {
        Answer answer = reading.asking().answer(reading.calls().forums());
        if (!answer.ok()) {
            observations.accept(failed(scope("forums"), "forums", answer));
            return;
        }
        List<Forum> forums = reading.forums();
        boolean hadForums =
                reading.remembered(scope("forums/").toString()).stream().anyMatch(Remembered::seen);
        if (forums.isEmpty() && hadForums) {
            observations.accept(failed(scope("forums"), "forums", Answer.empty(answer.call())));
            return;
        }
        List<Sighting> sightings = Forums.sightings(forums, reading.links());
        for (Course course : reading.courses()) {
            observations.accept(complete(scope("forums", course), ofCourse(sightings, course), answer));
        }
        // A discussion that is moved while forums are read is in both of them; its replies are the same.
        Set<Long> answered = new HashSet<>();
        forums.forEach(forum -> discussions(forum, answered, reading, observations));
    }

    private void discussions(Forum forum, Set<Long> answered, Reading reading, Consumer<Observation> observations) {
        List<Answer> pages = reading.pages(forum);
        if (pages.isEmpty()) {
            return;
        }
        Scope scope = scope("discussions/" + Keys.module(forum.cmid()));
        Answer last = pages.get(pages.size() - 1);
        if (!last.ok() && pages.size() == 1) {
            observations.accept(failed(scope, "discussions of " + forum.name(), last));
            return;
        }
        // A forum that is a discussion may have got another one since it was listed.
        List<Sighting> seen = distinct(reading.discussions(forum).stream()
                .flatMap(discussion -> Stream.concat(
                        Stream.of(Forums.sighting(discussion, reading.links())),
                        Forums.attachments(discussion, reading.links()).stream()))
                .toList());
        observations.accept(
                new Observation(scope, completeness(forum, last, seen), seen, Set.of(), evidence(pages.get(0))));
        reading.discussions(forum).stream()
                .filter(discussion -> answered.add(discussion.id()))
                .forEach(discussion -> replies(discussion, reading, observations));
    }

    private static Completeness completeness(Forum forum, Answer last, List<Sighting> seen) {
        String what = "discussions of " + forum.name() + ": ";
        if (!last.ok()) {
            return Completeness.partial(what + last.error());
        }
        return seen.isEmpty() && forum.discussions() > 0
                ? Completeness.partial(what + "none came although the forum has " + forum.discussions())
                : Completeness.COMPLETE;
    }

    private void replies(Discussion discussion, Reading reading, Consumer<Observation> observations) {
        String key = discussion.key();
        Scope scope = scope("posts/" + Keys.discussion(discussion.id()));
        Call call = reading.calls().posts(discussion);
        Answer answer = reading.asking().answer(call);
        boolean known = reading.memory().thread(key).isPresent();
        if (discussion.replies() == 0 && known) {
            // The last reply was deleted.
            observations.accept(Observation.complete(
                    scope, List.of(), evidence(reading.pages(discussion.forum()).get(0))));
        } else if (discussion.replies() > 0 && wasAsked(call, discussion, reading)) {
            observations.accept(
                    answer.ok()
                            ? complete(scope, List.of(replies(discussion, answer, reading)), answer)
                            : failed(scope, "replies in " + discussion.forum().name(), answer));
        }
    }

    private static Sighting replies(Discussion discussion, Answer answer, Reading reading) {
        return Forums.replies(discussion, answer.json(), reading.asking().site().student());
    }

    /** A site that does not offer the function was not asked, but the replies were not looked at either. */
    private static boolean wasAsked(Call call, Discussion discussion, Reading reading) {
        boolean current = reading.memory()
                .thread(discussion.key())
                .filter(discussion.thread()::equals)
                .isPresent();
        return !current && reading.asking().asked(call);
    }
}
