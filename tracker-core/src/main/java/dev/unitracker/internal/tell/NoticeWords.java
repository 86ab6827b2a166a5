package dev.unitracker.internal.tell;

import dev.unitracker.words.ChangeText;
import dev.unitracker.words.NoticeText;
import dev.unitracker.words.StormText;
import dev.unitracker.words.Texts;
import java.time.ZoneId;

/** The words that notices are told in. */
record NoticeWords(Texts texts, ZoneId zone, NoticeText notices, StormText storms) {

    NoticeWords(Texts texts, ZoneId zone) {
        this(texts, zone, new NoticeText(texts, zone), new StormText(texts, zone));
    }

    ChangeText changes(Known known) {
        return new ChangeText(texts, zone, known::courseName);
    }
}
