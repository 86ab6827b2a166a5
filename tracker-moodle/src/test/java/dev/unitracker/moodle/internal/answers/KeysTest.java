package dev.unitracker.moodle.internal.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.StorableText;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeysTest {

    @Test
    void a_file_is_named_by_its_folder_and_name() {
        assertThat(Keys.file(9, "/", "a b%00.pdf")).isEqualTo("file:9:/a b%00.pdf");
        assertThat(Keys.file(9, "/ñ/", "😀.pdf")).isEqualTo("file:9:/ñ/😀.pdf");
    }

    @Test
    void names_that_differ_only_in_what_no_store_keeps_stay_apart() {
        assertThat(Stream.of("a", "a\0", "a\0\0", "a\ud800", "a\ud801", "a\udc01", "a\ufffd")
                        .map(name -> Keys.file(9, "/", name)))
                .doesNotHaveDuplicates()
                .allSatisfy(key -> assertThat(StorableText.of(key)).isEqualTo(key));
    }
}
