/** What is known and kept, as one file, and back again: {@link dev.unitracker.example.backup.Backup}. */
@NullMarked
package dev.unitracker.example.backup;

import org.jspecify.annotations.NullMarked;
