package dev.unitracker.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every text; each failure prints the seed that repeats it. */
class AnyTextTest {
    private static final List<String> PIECES = List.of(
            "parcial",
            "entrega",
            "clase 3",
            "hasta",
            "del",
            "al",
            "el",
            "lunes",
            "Aula 204",
            "final",
            "vence",
            "y",
            "a las",
            "30/11/2026",
            "4/12",
            "2026-12-03",
            "9 de diciembre",
            "Dec 9, 2026",
            "18:00",
            "18 hs",
            "6 pm",
            "1",
            "12",
            "/",
            "-",
            ".",
            ",",
            ";",
            ":",
            "(",
            ")",
            "\t",
            "https://x.example/30/11/2026",
            "\u0301",
            "İ",
            "\uD83D",
            "😀",
            "º",
            "desde",
            "de",
            "31 de febrero",
            "Aula",
            "Lab",
            "mayo",
            "T",
            "Z",
            "+03:00",
            "24",
            "%",
            "\u00A0",
            "may 3");
    private static final List<String> FORMATS = List.of(
            "Entrega: %1$td/%1$tm/%1$tY",
            "Entrega: %1$te/%1$tm/%1$ty",
            "Entrega: %1$td-%1$tm-%1$ty",
            "Entrega: %1$td.%1$tm.%1$tY",
            "Entrega %1$tF",
            "El %1$tA %1$te de %1$tB de %1$tY vence",
            "Vence el %1$te de %1$tb de %1$tY.");

    @Test
    void a_date_behind_a_hundred_thousand_words_of_one_line_is_read() {
        String text = "palabra ".repeat(100_000) + "segundo parcial: 30/11/2026 18:00";

        assertThat(Read.values(text)).isEqualTo(Read.values("segundo parcial: 30/11/2026 18:00"));
    }

    @Test
    void no_text_makes_it_fail_and_no_fact_is_odd() {
        forSeeds(10_000, random -> {
            String text = text(random);
            for (Fact fact : Read.facts(text)) {
                assertThat(text).contains(fact.quote());
                assertThat(fact.label())
                        .hasSizeLessThanOrEqualTo(60)
                        .doesNotContain("\n")
                        .isEqualTo(fact.label().strip());
                assertThat(fact.quote()).isNotBlank();
            }
        });
    }

    @Test
    void any_characters_will_do() {
        forSeeds(2_000, random -> {
            String text = random.ints(random.nextInt(80), 0, 0x500)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());

            assertThat(Read.facts(text)).isNotNull();
        });
    }

    @Test
    void the_default_locale_and_zone_change_nothing() {
        List<String> texts =
                IntStream.range(0, 200).mapToObj(seed -> text(new Random(seed))).toList();
        List<List<Fact>> here = texts.stream().map(Read::facts).toList();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String tag : List.of("tr-TR", "ar-SA-u-nu-arab", "th-TH-u-ca-buddhist", "es-AR", "en-US")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.ofHours(tag.length() - 8)));

                assertThat(texts.stream().map(Read::facts).toList()).as(tag).isEqualTo(here);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void lines_around_a_line_change_nothing() {
        forSeeds(2_000, random -> {
            String line = text(random).replace('\n', ' ').replace('\f', ' ');

            List<Fact> alone = Read.facts(line);
            List<Fact> amidst = Read.facts("Resolver la guía 3\n" + line + "\r\nTraer calculadora.\n");

            assertThat(amidst).isEqualTo(alone);
        });
    }

    @Test
    void a_written_date_is_read_back() {
        forSeeds(3_000, random -> {
            LocalDate date = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(36_000));
            String format = FORMATS.get(random.nextInt(FORMATS.size()));
            Locale language =
                    random.nextBoolean() || format.contains("%1$tB") ? Locale.forLanguageTag("es") : Locale.ENGLISH;
            String text = String.format(language, format, date);

            assertThat(Read.lines(text))
                    .as(text)
                    .singleElement()
                    .satisfies(line -> assertThat(line).startsWith("due_at").endsWith(" " + date));
        });
    }

    @Test
    void a_written_time_is_read_back() {
        forSeeds(2_000, random -> {
            int hour = random.nextInt(24);
            int minute = random.nextInt(60);
            String format = List.of("%02d:%02d", "%d:%02d hs", "a las %d:%02d", "%d.%02d hs")
                    .get(random.nextInt(4));
            String text = "Parcial: 30/11/2026 " + String.format(Locale.ROOT, format, hour, minute);

            String expected = LocalDate.of(2026, 11, 30)
                    .atTime(hour, minute)
                    .atZone(Read.BUENOS_AIRES)
                    .toInstant()
                    .toString();
            assertThat(Read.only(text).value()).as(text).isEqualTo(expected);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30/11/2026",
                "30 de noviembre de 2026",
                "30-11-26",
                "November 30, 2026",
                "lunes 30/11/2026",
                "2026-11-30"
            })
    void the_label_does_not_depend_on_how_the_date_is_written(String date) {
        assertThat(Read.only("Segundo parcial: " + date).label()).isEqualTo("segundo parcial");
        assertThat(Read.only("El segundo parcial será el " + date + " a las 18 hs")
                        .label())
                .isEqualTo("segundo parcial");
    }

    private static String text(RandomGenerator random) {
        return IntStream.range(0, random.nextInt(1, 25))
                .mapToObj(piece -> PIECES.get(random.nextInt(PIECES.size()))
                        + List.of(" ", "", " ", "\n").get(random.nextInt(4)))
                .collect(Collectors.joining());
    }

    private static void forSeeds(int count, Consumer<Random> property) {
        for (int seed = 0; seed < count; seed++) {
            try {
                property.accept(new Random(seed));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }
}
