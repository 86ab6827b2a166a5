package dev.unitracker.moodle.internal.look;

import dev.unitracker.model.Field;
import dev.unitracker.moodle.internal.answers.Courses.Course;
import dev.unitracker.moodle.internal.answers.Forums;
import dev.unitracker.moodle.internal.answers.Forums.Discussion;
import dev.unitracker.moodle.internal.answers.Forums.Forum;
import dev.unitracker.moodle.internal.answers.Keys;
import dev.unitracker.moodle.internal.client.Call;
import dev.unitracker.moodle.internal.client.Response;
import dev.unitracker.run.Missed;
import dev.unitracker.run.Missed.Code;
import dev.unitracker.spi.Completeness;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Sink;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Forums, their discussions and the replies. */
final class ForumsPart extends PartReader {

    ForumsPart(String collector) {
        super(MoodlePart.FORUMS, collector);
    }

    @Override
    void observe(Reading reading, Sink sink) {
        Response answer = reading.asking().answer(reading.calls().forums());
        if (!answer.ok()) {
            sink.observe(failed(scope("forums"), "forums", answer));
            return;
        }
        List<Forum> forums = reading.forums();
        ActivityList list = new ActivityList("forums", reading.listedForums(), answer, reading);
        for (Course course : reading.courses()) {
            Scope scope = scope("forums", course);
            sink.observe(observation(scope, list.of(course), answer, list.completeness(scope, course)));
        }
        // A discussion that is moved while forums are read is in both of them; its replies are the same.
        Set<Long> answered = new HashSet<>();
        forums.forEach(forum -> readOne(
                "discussions/" + Keys.module(forum.cmid()),
                "discussions of ",
                forum.name(),
                sink,
                () -> discussions(forum, answered, reading, sink)));
    }

    private void discussions(Forum forum, Set<Long> answered, Reading reading, Sink sink) {
        List<Response> pages = reading.pages(forum);
        if (pages.isEmpty()) {
            return;
        }
        Scope scope = scope("discussions/" + Keys.module(forum.cmid()));
        Response last = pages.get(pages.size() - 1);
        if (!last.ok() && pages.size() == 1) {
            sink.observe(failed(scope, "discussions of ", forum.name(), last));
            return;
        }
        // A forum that is a discussion may have got another one since it was listed.
        List<Sighting> told = distinct(reading.discussions(forum).stream()
                .flatMap(discussion -> Stream.concat(
                        Stream.of(Forums.sighting(discussion, reading.links())),
                        Forums.attachments(discussion, reading.links()).stream()))
                .toList());
        List<Sighting> seen = withWhatWasTold(told, scope, Set.of(Field.REPLIES), reading);
        sink.observe(new Observation(
                scope, completeness(forum, last, seen, reading), seen, Set.of(), evidence(pages.get(0))));
        reading.discussions(forum).stream()
                .filter(discussion -> answered.add(discussion.id()))
                .forEach(discussion -> readOne(
                        "posts/" + Keys.discussion(discussion.id()),
                        "replies in ",
                        forum.name(),
                        sink,
                        () -> replies(discussion, reading, sink)));
    }

    private static Completeness completeness(Forum forum, Response last, List<Sighting> seen, Reading reading) {
        String what = "discussions of " + forum.name();
        if (!last.ok()) {
            return Completeness.partial(missed(what, last).named(forum.name()));
        }
        if (seen.isEmpty() && forum.discussions() > 0) {
            boolean allRead = reading.pages(forum).stream()
                    .map(Response::call)
                    .noneMatch(reading.asking().unread()::isPartOf);
            // The forum's own count bears witness to no more than that some are there, read or not.
            return allRead
                    ? Completeness.partial(new Missed(
                                    Code.CONTRADICTED, what, "none came although the forum has " + forum.discussions())
                            .named(forum.name()))
                    : Completeness.COMPLETE;
        }
        return forum.counted() ? Completeness.witnessed("the forum's own count") : Completeness.COMPLETE;
    }

    private void replies(Discussion discussion, Reading reading, Sink sink) {
        String key = discussion.key();
        Scope scope = scope("posts/" + Keys.discussion(discussion.id()));
        Call call = reading.calls().posts(discussion);
        Response answer = reading.asking().answer(call);
        boolean known = reading.memory().thread(key).isPresent();
        if (discussion.counted() && discussion.replies() == 0 && known) {
            // The last reply was deleted.
            Response page = reading.pages(discussion.forum()).get(0);
            sink.observe(Observation.witnessed(scope, List.of(), evidence(page), "the discussion's own count"));
        } else if (discussion.replies() > 0 && wasAsked(call, discussion, reading)) {
            sink.observe(
                    answer.ok()
                            ? replies(scope, discussion, answer, reading)
                            : failed(scope, "replies in ", discussion.forum().name(), answer));
        }
    }

    /** A thread has at least its first post; without it, or with fewer replies than are counted, the answer tells nothing. */
    private Observation replies(Scope scope, Discussion discussion, Response answer, Reading reading) {
        boolean none = answer.json().path("posts").isEmpty();
        return none || isHeld(scope, discussion, answer, reading)
                ? Observation.notLooked(
                        scope,
                        new Missed(
                                Code.CONTRADICTED,
                                "replies in " + discussion.forum().name(),
                                Forums.countReplies(answer.json()) + " came although the discussion has "
                                        + discussion.replies()))
                : complete(scope, List.of(replies(discussion, answer, reading)), answer);
    }

    private static boolean isHeld(Scope scope, Discussion discussion, Response answer, Reading reading) {
        Held held = new Held(reading.look());
        if (Forums.hasAll(discussion, answer.json())) {
            held.forget(scope.key());
            return false;
        }
        return !held.isBelieved(scope.key());
    }

    private static Sighting replies(Discussion discussion, Response answer, Reading reading) {
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
