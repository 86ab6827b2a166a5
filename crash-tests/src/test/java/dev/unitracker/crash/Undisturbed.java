package dev.unitracker.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What looks leave when nobody disturbs them, look by look, and the points at which somebody could. */
final class Undisturbed {

    private final List<Scene> scenes;

    private Undisturbed(List<Scene> scenes) {
        this.scenes = List.copyOf(scenes);
    }

    /**
     * One look.
     *
     * @param before the place as it was before it
     * @param points the points at which it could have been killed
     * @param stored what was stored after it
     * @param told what was told until then
     */
    record Scene(PlannedLook look, Place before, List<String> points, Stored stored, List<String> told) {

        private Stream<Kill> kills() {
            return IntStream.range(0, points.size()).mapToObj(index -> new Kill(look, index + 1, points.get(index)));
        }
    }

    /** Makes looks, each at a copy of the place that the one before it left. */
    static Undisturbed by(Host host, Places places, List<PlannedLook> looks) {
        List<Scene> scenes = new ArrayList<>();
        Place place = places.empty();
        for (PlannedLook look : looks) {
            Place before = place;
            place = places.copy(before);
            host.open(place);
            List<String> points = host.look(look);
            host.closeStore();
            scenes.add(new Scene(look, before, points, Stored.in(place), ToldFile.read(place.told())));
        }
        return new Undisturbed(scenes);
    }

    List<Scene> scenes() {
        return scenes;
    }

    Scene scene(PlannedLook look) {
        return scenes.get(look.number() - 1);
    }

    Scene last() {
        return scenes.get(scenes.size() - 1);
    }

    /** Returns each point of each look. */
    List<Kill> kills() {
        return scenes.stream().flatMap(Scene::kills).toList();
    }
}
