/** Tells people in Telegram chats what changed, and answers their commands and buttons. */
@NullMarked
package dev.unitracker.telegram;

import org.jspecify.annotations.NullMarked;
