@NullMarked
package dev.unitracker.store.s3;

import org.jspecify.annotations.NullMarked;
