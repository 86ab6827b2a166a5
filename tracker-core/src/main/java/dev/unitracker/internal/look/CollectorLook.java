package dev.unitracker.internal.look;

import dev.unitracker.spi.Archive;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.Memory;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.Remembered;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A look as one collector sees it: what others remember and note is hidden from it. */
final class CollectorLook implements Look, Memory {

    private final OngoingLook look;
    private final NoteOwner owner;
    private final Set<String> parts;
    private final Request request;
    private final Archive archive;

    /**
     * @param owner the collector, as it owns notes
     * @param parts the names of all its parts
     */
    CollectorLook(OngoingLook look, NoteOwner owner, Set<String> parts, Request request, Archive archive) {
        this.look = look;
        this.owner = owner;
        this.parts = parts;
        this.request = request;
        this.archive = archive;
    }

    @Override
    public Request request() {
        return request;
    }

    @Override
    public Archive archive() {
        return archive;
    }

    @Override
    public Memory memory() {
        return this;
    }

    @Override
    public void requestMade() {
        look.requestMade();
    }

    @Override
    public void progress(String doing) {
        look.progress(doing);
    }

    @Override
    public List<Remembered> recall(String scopePrefix) {
        return look.recall(scopePrefix, parts);
    }

    @Override
    public Map<String, String> notes() {
        return look.notes(owner);
    }

    @Override
    public void note(String name, String value) {
        look.note(owner, name, value);
    }
}
