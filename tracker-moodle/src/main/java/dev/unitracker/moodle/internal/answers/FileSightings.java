package dev.unitracker.moodle.internal.answers;

import dev.unitracker.document.Document;
import dev.unitracker.documents.Extraction;
import dev.unitracker.model.Field;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.ReviewStatus;
import dev.unitracker.spi.Sighting;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** What is said of a file: that it is listed, and what its text is once it was read. */
public final class FileSightings {

    /** The memo that says which version of a file was read. */
    public static final String VERSION = "version";

    /** Parts of file names that make a document one to watch, in Spanish and English, without accents. */
    private static final List<String> SCHEDULES =
            List.of("cronograma", "horario", "calendario", "programa", "fechas", "schedule", "syllabus", "timetable");

    private FileSightings() {}

    /** Returns the sighting of a file in the list of its activity's files. */
    static Sighting listed(long course, long cmid, RemoteFile file, String link) {
        return listed(Keys.file(cmid, file.path(), file.name()), Keys.module(cmid), course, file, link);
    }

    /** Returns the sighting of a file in the list of what it belongs to. */
    static Sighting listed(String key, String within, long course, RemoteFile file, String link) {
        Sighting.Builder sighting = Sighting.of(key, ItemType.MATERIAL_FILE)
                .rank(Sighting.SECOND)
                .course(Keys.course(course))
                .within(within)
                .title(file.name())
                .url(link);
        if (file.size() > 0) {
            sighting.memo(Sighting.SIZE, Long.toString(file.size()));
        }
        if (isSchedule(file.name())) {
            sighting.review(ReviewStatus.WATCH, "high_risk_schedule_document");
        }
        return sighting.build();
    }

    /**
     * Returns the sighting of a file's text.
     *
     * @param hash the SHA-256 of its bytes
     */
    public static Sighting read(String key, String course, RemoteFile file, Extraction extraction, String hash) {
        Sighting.Builder sighting =
                Sighting.about(key).course(course).memo(VERSION, file.version()).textDate(file.modified());
        boolean hasText = !extraction.text().isBlank();
        sighting.document(hasText ? extraction.document() : Document.empty());
        sighting.state(Field.FILE_VERSION, hasText ? null : hash);
        String reason = reason(extraction);
        if (!reason.isEmpty()) {
            sighting.review(ReviewStatus.NEEDS_REVIEW, reason);
        }
        return sighting.build();
    }

    /** Returns the sighting of a file that was too large to be read. */
    public static Sighting tooLarge(String key, String course, RemoteFile file) {
        return Sighting.about(key)
                .course(course)
                .memo(VERSION, file.version())
                .state(Field.FILE_VERSION, file.version())
                .review(ReviewStatus.NEEDS_REVIEW, "extraction_skipped_too_large")
                .build();
    }

    private static String reason(Extraction extraction) {
        return switch (extraction.status()) {
            case TEXT, NO_TEXT -> "";
            case LOW_DENSITY -> "low_text_density";
            case FAILED -> "text_extraction_failed";
        };
    }

    private static boolean isSchedule(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return SCHEDULES.stream().anyMatch(plain::contains);
    }
}
