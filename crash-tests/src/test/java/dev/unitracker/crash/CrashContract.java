package dev.unitracker.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What has to hold on each database wherever the process is killed: a rerun leaves what an undisturbed run leaves. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class CrashContract {

    private static final int KILLS_OF_ALL = 50;
    private static final int KILLS_IN_A_ROW = 2;

    private final KillPlan plan = KillPlan.ofThisBuild();
    private final MoodleSimulator moodle =
            MoodleSimulator.playing(Recording.demo()).start();

    private Places places;
    private Host host;
    private Undisturbed undisturbed;

    /** Opens the places of a database; called once. */
    abstract Places places(Path folder);

    /** Returns the database's name. */
    abstract String database();

    @BeforeAll
    void look_undisturbed(@TempDir Path folder) {
        places = places(folder);
        host = new Host(moodle, folder.resolve("errors.txt"));
        undisturbed = Undisturbed.by(host, places, plan.of(PlannedLook.at(Recording.demo())));
    }

    @AfterAll
    void close() {
        host.close();
        moodle.close();
        places.close();
        System.out.println(database() + ": " + host.kills() + " kills, at "
                + plan.from(undisturbed.kills()).size() + " of "
                + undisturbed.kills().size() + " points and in a row, -Dunitracker.kills=" + plan.size()
                + " -Dunitracker.seed=" + plan.seed());
    }

    List<Kill> kills() {
        return plan.from(undisturbed.kills());
    }

    @Test
    void the_points_are_before_and_after_each_commit_and_around_telling() {
        List<String> points = undisturbed.kills().stream().map(Kill::where).toList();

        assertThat(points)
                .contains("before telling", "after telling")
                .anySatisfy(where -> assertThat(where).matches("before the commit of .*item, ledger, .*sighting"))
                .anySatisfy(where -> assertThat(where).matches("after the commit of .*item, ledger, .*sighting"))
                .anySatisfy(where -> assertThat(where).matches("before the commit of .*run.*"))
                .anySatisfy(where -> assertThat(where).matches("after the commit of .*outbox"));
        assertThat(kills()).hasSizeGreaterThanOrEqualTo(plan.all() ? KILLS_OF_ALL : 3);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kills")
    void a_look_that_is_killed_and_made_again_leaves_what_an_undisturbed_one_leaves(Kill kill) {
        Undisturbed.Scene scene = undisturbed.scene(kill.look());
        Place place = places.copy(scene.before());

        host.open(place);
        List<String> inFlight = host.killDuring(kill.look(), kill.point()).orElseThrow();
        host.open(place);
        host.look(kill.look());
        String difference = host.replay();
        host.closeStore();

        assertThat(difference).as("the first difference to a replay").isEmpty();
        assertStored(place, scene);
        assertTold(place, scene, inFlight);
        places.discard(place);
    }

    /** It kills as often as all others together, so it may take as long as several of them. */
    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void looks_that_are_killed_again_and_again_leave_what_undisturbed_ones_leave() {
        Place place = places.empty();
        Random chance = plan.random();
        List<String> inFlight = new ArrayList<>();

        for (Undisturbed.Scene scene : undisturbed.scenes()) {
            host.open(place);
            for (int kill = 0; kill < killsInARow(scene); kill++) {
                int point = 1 + chance.nextInt(scene.points().size());
                if (host.killDuring(scene.look(), point).map(inFlight::addAll).isPresent()) {
                    host.open(place);
                }
            }
            host.look(scene.look());
            assertThat(host.replay()).as("the first difference to a replay").isEmpty();
            host.closeStore();
        }

        assertStored(place, undisturbed.last());
        assertTold(place, undisturbed.last(), inFlight);
        places.discard(place);
    }

    private int killsInARow(Undisturbed.Scene scene) {
        return plan.all() || scene.look().number() == 1 ? KILLS_IN_A_ROW : 0;
    }

    private void assertStored(Place place, Undisturbed.Scene scene) {
        Stored stored = Stored.in(place);

        assertThat(stored.parts().keySet()).isEqualTo(scene.stored().parts().keySet());
        scene.stored()
                .parts()
                .forEach((part, lines) ->
                        assertThat(stored.parts().get(part)).as(part).isEqualTo(lines));
    }

    /** Nothing is lost, and nothing is told twice but what was being told at a kill, which comes later then. */
    private static void assertTold(Place place, Undisturbed.Scene scene, List<String> inFlight) {
        List<String> told = ToldFile.read(place.told());
        List<String> twice = new ArrayList<>(told);
        scene.told().forEach(twice::remove);
        inFlight.forEach(twice::remove);

        assertThat(told.stream().distinct()).as("told").containsExactlyInAnyOrderElementsOf(scene.told());
        assertThat(twice).as("told twice").isEmpty();
    }
}
