package dev.unitracker.example.server.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.Content;
import dev.unitracker.model.Evidence;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of an item, and their texts. */
public final class ContentJson {

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    /** What the ends of names stand for, of what courses have most. */
    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("pdf", "application/pdf"),
            Map.entry("docx", OFFICE + "wordprocessingml.document"),
            Map.entry("xlsx", OFFICE + "spreadsheetml.sheet"),
            Map.entry("pptx", OFFICE + "presentationml.presentation"),
            Map.entry("odt", "application/vnd.oasis.opendocument.text"),
            Map.entry("doc", "application/msword"),
            Map.entry("xls", "application/vnd.ms-excel"),
            Map.entry("ppt", "application/vnd.ms-powerpoint"),
            Map.entry("txt", "text/plain"),
            Map.entry("md", "text/markdown"),
            Map.entry("csv", "text/csv"),
            Map.entry("html", "text/html"),
            Map.entry("htm", "text/html"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("zip", "application/zip"));

    private final Frame frame;

    /** Makes it for an account. */
    public ContentJson(Frame frame) {
        this.frame = frame;
    }

    /** Returns the content of an item. */
    public ObjectNode of(Content content) {
        ObjectNode json = Frame.object();
        json.set("item", new ItemJson(frame).of(content.stored()));
        Frame.list(json, "artifacts", content.files(), ContentJson::file);
        return json;
    }

    private static void file(ObjectNode json, Content.File file) {
        Item item = file.stored().item();
        Optional<String> artifact = artifact(file);
        json.put("source_object_id", item.id().key());
        json.put("parent_source_object_id", item.get(Field.WITHIN).orElse(null));
        json.put("filename", item.title()).put("filepath", folder(item.id().key()));
        json.put("item_id", file.stored().number()).put("item_type", item.type().name());
        json.put("mime_type", mediaType(item.title()));
        json.put("source_url", item.url().orElse(null));
        json.put("file_artifact_id", artifact.orElse(null));
        json.putNull("extracted_text_artifact_id");
        json.put(
                "storage_path",
                artifact.map(hash -> hash.substring(0, 2) + "/" + hash).orElse(null));
        json.put("size_bytes", file.size().orElse(null));
        json.put("downloaded", artifact.isPresent());
        json.put("extracted_text", file.text().orElse(null));
        json.put("extraction_status", status(file));
    }

    /** A list of files is an answer as well; that of the file itself is asked for by what names no list. */
    private static Optional<String> artifact(Content.File file) {
        return file.evidence().stream()
                .filter(evidence ->
                        evidence.artifact() != null && evidence.request().startsWith("file "))
                .map(Evidence::artifact)
                .findFirst();
    }

    private static @Nullable String mediaType(String name) {
        return MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** Returns the folder that the key of a file names, with a slash at both ends. */
    private static String folder(String key) {
        int from = key.indexOf('/');
        int to = key.lastIndexOf('/');
        return from < 0 ? "/" : key.substring(from, to + 1);
    }

    private static String status(Content.File file) {
        return file.text().isPresent()
                ? "extracted"
                : file.stored().item().get(Field.REVIEW_REASON).orElse("no_text");
    }
}
