package dev.unitracker.document;

import dev.unitracker.document.Table.Cell;
import dev.unitracker.document.Table.Row;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Documents of all kinds of blocks, out of a seed. */
final class AnyDocument {
    private static final List<String> PIECES = List.of(
            "Parcial", " ", "30/11", "\\", "\\n", "\n", "~~", " | ", "- ", "ñ", "e\u0301", "😀", "\t", "\u2028", "\r",
            "H 1", "\\s", "😀\n", "");

    private static final List<Mark> MARKS = List.of(Mark.values());

    private final RandomGenerator random;
    private final int pages;
    private int page;

    private AnyDocument(RandomGenerator random) {
        this.random = random;
        this.pages = random.nextInt(4);
        this.page = Math.min(pages, 1);
    }

    static void forSeeds(int count, Consumer<java.util.Random> property) {
        for (int seed = 0; seed < count; seed++) {
            try {
                property.accept(new java.util.Random(seed));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    static Document of(RandomGenerator random) {
        AnyDocument any = new AnyDocument(random);
        return new Document(any.pages, any.blocks(1));
    }

    static String text(RandomGenerator random) {
        return IntStream.range(0, random.nextInt(8))
                .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
                .reduce("", String::concat);
    }

    private List<Block> blocks(int depth) {
        return Stream.generate(() -> block(depth)).limit(random.nextInt(5)).toList();
    }

    private Block block(int depth) {
        return switch (random.nextInt(depth > 3 ? 3 : 4)) {
            case 0 -> new Heading(at(), random.nextInt(1, 10), saying());
            case 1 -> new ListItem(at(), random.nextInt(1, 4), saying());
            case 2 -> new Paragraph(at(), runs());
            default ->
                new Table(
                        at(),
                        Stream.generate(() -> row(depth))
                                .limit(random.nextInt(1, 4))
                                .toList());
        };
    }

    private Row row(int depth) {
        return new Row(
                at(),
                Stream.generate(() -> cell(depth)).limit(random.nextInt(4)).toList());
    }

    private Cell cell(int depth) {
        return new Cell(random.nextBoolean(), random.nextInt(1, 3), random.nextInt(1, 3), blocks(depth + 1));
    }

    private Position at() {
        page = random.nextInt(6) == 0 ? random.nextInt(page, pages + 1) : page;
        return new Position(page, random.nextInt(3));
    }

    private List<Run> saying() {
        return Stream.concat(Stream.of(Run.of("x")), runs().stream()).toList();
    }

    private List<Run> runs() {
        return Stream.generate(() -> new Run(MARKS.get(random.nextInt(MARKS.size())), text(random)))
                .limit(random.nextInt(4))
                .toList();
    }
}
