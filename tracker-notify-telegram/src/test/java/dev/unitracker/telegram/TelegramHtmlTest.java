package dev.unitracker.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shows that the simulated Telegram is as strict as the real one. */
class TelegramHtmlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ñ <p>x</p>       | Unsupported start tag \"p\" at byte offset 3",
                "a << b           | Unclosed start tag at byte offset 2",
                "<b>x             | Can't find end tag corresponding to start tag \"b\"",
                "x</b>            | Unexpected end tag at byte offset 1",
                "<b><i>x</b></i>  | Unmatched end tag at byte offset 7, expected \"</i>\", found \"</b>\"",
                "<b onclick=\"x\">x</b> | Unexpected attributes of \"b\" at byte offset 0"
            })
    void what_is_not_in_order_is_refused_in_telegrams_words(String html, String why) {
        assertThatThrownBy(() -> TelegramHtml.parse(html)).hasMessage("Bad Request: can't parse entities: " + why);
    }

    @Test
    void entities_are_decoded_and_others_stay() throws Exception {
        TelegramHtml.Parsed parsed = TelegramHtml.parse("<b>1 &lt; 2 &amp;amp; &#241; &nbsp; &</b>");

        assertThat(parsed.text()).isEqualTo("1 < 2 &amp; ñ &nbsp; &");
        assertThat(parsed.entities().toString()).contains("\"offset\":0", "\"length\":22", "bold");
    }

    @Test
    void a_link_to_nowhere_is_dropped_without_a_word() throws Exception {
        assertThat(TelegramHtml.parse("<a href=\"http://localhost/\">x</a>").entities())
                .isEmpty();
    }
}
