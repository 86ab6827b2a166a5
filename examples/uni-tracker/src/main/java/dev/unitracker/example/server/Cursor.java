package dev.unitracker.example.server;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Where a list goes on, as an opaque text: whoever reads on gives it back as it came. Immutable.
 *
 * @param list the name of the list; the cursor of another one is refused
 * @param position what the last row of a page is known by, for example its number; no part has a space
 */
public record Cursor(String list, List<String> position) {

    /** The parameter that gives it back. */
    public static final Parameter<String> PARAMETER =
            Parameter.text("cursor", "[A-Za-z0-9_-]{1,400}", "the cursor that a page of this list gave");

    /** Copies the list. */
    public Cursor {
        position = List.copyOf(position);
    }

    /** Returns one of a list, made of what its last row is known by. */
    public static Cursor of(String list, Object... position) {
        return new Cursor(list, Arrays.stream(position).map(String::valueOf).toList());
    }

    /** Returns the text that whoever reads on gives back. */
    public String text() {
        String plain = list + " " + String.join(" ", position);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads one that a page of a list gave.
     *
     * @param parts how many parts its position has
     * @throws Refusal if no page of this list gave it
     */
    public static Cursor read(String text, String list, int parts) {
        String plain;
        try {
            plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw foreign();
        }
        List<String> words = Arrays.asList(plain.split(" ", -1));
        if (words.size() != parts + 1 || !words.get(0).equals(list)) {
            throw foreign();
        }
        return new Cursor(list, words.subList(1, words.size()));
    }

    /**
     * Returns a part of the position that is a number.
     *
     * @throws Refusal if it is none
     */
    public long number(int part) {
        return Parameter.number(position.get(part)).orElseThrow(Cursor::foreign);
    }

    static Refusal foreign() {
        return Refusal.wrong(PARAMETER.name() + " must be the cursor that a page of this list gave");
    }
}
