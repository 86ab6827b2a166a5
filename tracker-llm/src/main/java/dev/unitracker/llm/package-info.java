/** Briefs by a language model, on any server that speaks OpenAI's chat completions. */
@NullMarked
package dev.unitracker.llm;

import org.jspecify.annotations.NullMarked;
