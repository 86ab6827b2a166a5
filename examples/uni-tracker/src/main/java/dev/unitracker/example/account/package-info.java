/** Who is hosted: the accounts of a file and of the store, with their settings, and how their credentials are kept. */
@NullMarked
package dev.unitracker.example.account;

import org.jspecify.annotations.NullMarked;
