package dev.unitracker.documents;

import java.io.IOException;
import java.util.Set;

/** A page of HTML, read as {@link HtmlReader} does. */
final class HtmlFormat implements TextFormat {
    private final HtmlReader html;

    HtmlFormat(HtmlReader html) {
        this.html = html;
    }

    @Override
    public boolean recognises(SourceFile file) {
        return false;
    }

    @Override
    public Set<String> extensions() {
        return Set.of("htm", "html", "xhtml");
    }

    @Override
    public boolean hasMimeType(String mimeType) {
        return mimeType.equals("text/html") || mimeType.equals("application/xhtml+xml");
    }

    @Override
    public Extraction read(SourceFile file, Limits limits) throws IOException {
        byte[] bytes = file.bytes((int) Math.min(file.size(), 4L * limits.characters()));
        String page = Decoding.declared(bytes);
        return Extraction.document(html.document(page)).cutIf(bytes.length < file.size() || HtmlReader.cuts(page));
    }
}
