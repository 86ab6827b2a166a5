package dev.unitracker.documents;

import java.io.IOException;
import java.util.Set;

/** Text without a format of its own: notes, tables, source code. */
final class PlainFormat implements TextFormat {
    private static final Set<String> MARKED_UP = Set.of("text/html", "text/richtext", "text/rtf");
    private static final Set<String> TEXTUAL = Set.of(
            "application/javascript",
            "application/json",
            "application/sql",
            "application/x-latex",
            "application/x-sh",
            "application/x-tex",
            "application/xml",
            "application/yaml");
    private static final Set<String> UNKNOWN = Set.of("", "application/octet-stream", "document/unknown");

    private static final Set<String> EXTENSIONS = Set.of("""
            asm bas bat bib c cc cfg cmd conf cpp cs css csv f90 go gradle h hpp hs ics ini java jl js json
            kt log lua m markdown md pas php pl properties ps1 py r rb rs rst scala sh sql srt swift tex
            text toml ts tsv txt vhd vtt xml yaml yml""".split("\\s+"));

    @Override
    public boolean recognises(SourceFile file) {
        return file.extension().isEmpty()
                && UNKNOWN.contains(file.mimeType())
                && !file.head().isEmpty()
                && controls(file.head()) == 0;
    }

    @Override
    public Set<String> extensions() {
        return EXTENSIONS;
    }

    @Override
    public boolean hasMimeType(String mimeType) {
        return TEXTUAL.contains(mimeType) || (mimeType.startsWith("text/") && !MARKED_UP.contains(mimeType));
    }

    @Override
    public Extraction read(SourceFile file, Limits limits) throws IOException {
        if (isBinary(file.head())) {
            return Extraction.noText();
        }
        byte[] bytes = file.bytes((int) Math.min(file.size(), 4L * limits.characters()));
        String text = file.extension().equals("xml") ? Decoding.declared(bytes) : Decoding.plain(bytes);
        DocumentText read = DocumentText.of(text, limits.characters());
        return Extraction.text(read.text()).cutIf(read.isCut() || bytes.length < file.size());
    }

    private static boolean isBinary(String head) {
        boolean wide = head.startsWith("\u00FF\u00FE") || head.startsWith("\u00FE\u00FF");
        return !wide && controls(head) > head.length() / 10;
    }

    private static long controls(String head) {
        return head.chars().filter(c -> c < ' ' && "\t\n\f\r".indexOf(c) < 0).count();
    }
}
