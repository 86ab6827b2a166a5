package dev.unitracker.internal.reconcile;

import dev.unitracker.model.StoredItem;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import java.util.List;
import java.util.Set;

/**
 * What is stored of one course, or of what belongs to no course.
 *
 * @param items its items, removed ones too
 * @param sightings what was seen of them
 * @param settled the scopes of the whole account whose first look is over
 * @param counted whether an attempt at the same look, which did not get to its end, counted absences from it
 */
public record CourseState(List<StoredItem> items, List<Remembered> sightings, Set<Scope> settled, boolean counted) {

    public CourseState {
        items = List.copyOf(items);
        sightings = List.copyOf(sightings);
        settled = Set.copyOf(settled);
    }
}
