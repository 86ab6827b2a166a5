package dev.unitracker.brief;

import dev.unitracker.model.Item;
import dev.unitracker.model.ItemType;
import java.util.Optional;

/** Why a brief is weak: a model may be asked for a better one. */
public enum Weakness {
    /** It says nothing. */
    EMPTY,
    /** Its summary only repeats the title. */
    TITLE_ECHO,
    /** Its confidence is below a half, and it has one bullet or none. */
    UNSURE,
    /** It is of a file, and has one bullet or none, and no dates, requirements or risks. */
    BARE_FILE,
    /** It does not say where the item belongs. */
    NO_COURSE;

    private static final double SURE = 0.5;

    /**
     * Returns why a brief of an item is weak: the first weakness that applies, in this order; empty if it is not weak.
     */
    public static Optional<Weakness> of(Brief brief, Item item) {
        if (brief.summaryShort().isBlank()) {
            return Optional.of(EMPTY);
        }
        if (TitleEcho.in(brief.summaryShort(), item.title())) {
            return Optional.of(TITLE_ECHO);
        }
        boolean terse = brief.summaryBullets().size() <= 1;
        if (terse && brief.confidence() < SURE) {
            return Optional.of(UNSURE);
        }
        if (terse && item.type().equals(ItemType.MATERIAL_FILE) && saysNoMore(brief)) {
            return Optional.of(BARE_FILE);
        }
        Brief.CourseContext context = brief.courseContext();
        return context == null || context.courseName().isBlank() ? Optional.of(NO_COURSE) : Optional.empty();
    }

    private static boolean saysNoMore(Brief brief) {
        return brief.keyDates().isEmpty()
                && brief.keyRequirements().isEmpty()
                && brief.riskFlags().isEmpty();
    }
}
