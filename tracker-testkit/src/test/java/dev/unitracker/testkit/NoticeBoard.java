package dev.unitracker.testkit;

import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.spi.Collector;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A source of one page: how many notices there are, a line for each, and a key that nobody may find. */
final class NoticeBoard implements TestSource {

    static final String KEY = "session key 5f1d0c";

    private final Function<NoticeBoard, Collector> collectors;
    private final List<String> notices = new ArrayList<>(List.of("3 Library hours", "2 Enrolment", "1 Welcome"));
    private @Nullable Breakdown failure;
    private int requests;

    NoticeBoard(Function<NoticeBoard, Collector> collectors) {
        this.collectors = collectors;
    }

    /** Returns the page: {@code notices: 3}, then number and title of each, the latest first. */
    String page() {
        requests++;
        String page = "notices: " + notices.size() + "\n" + String.join("\n", notices) + "\n" + KEY;
        if (failure == null) {
            return page;
        }
        return switch (failure) {
            case DOWN -> throw new SourceUnavailableException("nobody answers there");
            case LOGIN_PAGE -> "<html><form>user, password</form></html>";
            case CUT_SHORT -> page.substring(0, page.length() / 2);
        };
    }

    @Override
    public Collector collector() {
        return collectors.apply(this);
    }

    @Override
    public void add() {
        int number = notices.size() + 1;
        notices.add(0, number + " Notice " + number);
    }

    @Override
    public void fail(Breakdown how) {
        failure = how;
    }

    @Override
    public void recover() {
        failure = null;
    }

    @Override
    public int requests() {
        return requests;
    }

    @Override
    public Set<String> secrets() {
        return Set.of(KEY);
    }
}
