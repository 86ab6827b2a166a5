package dev.unitracker.internal.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnersTest {

    /** In two containers, number of the process and name of the machine may be the same. */
    @Test
    void a_name_is_of_this_process_alone_even_where_another_has_its_number_and_machine() {
        String first = Owners.next();
        String second = Owners.next();

        assertThat(first).isNotEqualTo(second).matches("process \\d+ on .+, tracker \\d+ \\([0-9a-f]{8}\\)");
    }
}
