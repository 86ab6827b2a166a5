package dev.unitracker.moodle.internal.answers;

import static dev.unitracker.moodle.internal.answers.Read.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.spi.Sighting;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByItselfTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_796_000_000L);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'modname':'page','uservisible':false,'availabilityinfo':'Desde <strong>1 de diciembre de 2026</strong>'",
                "'modname':'page','uservisible':false,'availabilityinfo':'Pertenezca a cualquier grupo'",
                "'modname':'chat','dates':[],'customdata':'{\\\"chattime\\\":1795000000,\\\"schedule\\\":3}'",
                "'modname':'hvp','dates':[{'timestamp':1795000000},{'timestamp':1795100000}]",
                "'modname':'bigbluebuttonbn','dates':[{'timestamp':1795000000,'dataid':'timeclose'}]"
            })
    void what_is_as_it_was_is_noted_as_nothing_and_stays_equal(String fields) {
        Sighting seen = new CourseContents(
                        2, json("[{'modules':[{'id':9,'instance':4,'name':'x'," + fields + "}]}]"), Read.LINKS)
                .sightings()
                .get(0);

        Sighting again = new ByItself(List.of(seen), List.of(seen), NOW, ZoneShift.Zones.SAME).noted(seen);

        assertThat(again).isEqualTo(seen);
    }
}
