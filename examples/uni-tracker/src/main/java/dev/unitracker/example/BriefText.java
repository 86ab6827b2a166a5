package dev.unitracker.example;

import dev.unitracker.brief.Brief;
import java.util.ArrayList;
import java.util.List;

/** A brief as lines. */
final class BriefText {

    private BriefText() {}

    static List<String> lines(Brief brief) {
        List<String> lines = new ArrayList<>();
        lines.add(brief.summaryShort());
        brief.summaryBullets().forEach(bullet -> lines.add("  - " + bullet));
        brief.keyRequirements().forEach(requirement -> lines.add("  * " + requirement));
        brief.riskFlags().forEach(risk -> lines.add("  ! " + risk));
        return lines;
    }
}
