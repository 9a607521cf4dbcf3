/**
 * Selection formulas: a subset of the Notes formula language, from text to a checked tree and to yes or no over a note.
 *
 * <pre>
 * text --Lexer--> Token --Parser--> Expression --Formula.selects(Note, Scope)--> boolean
 *                                       |
 *                                       +--> Operator, Function --> Value (texts, numbers, times, unknown)
 * </pre>
 *
 * <p>The rules are those of the formula language part of HCL Domino Designer's documentation ("Operators and
 * precedence", "Operations on lists", and the page of each function). Where it is silent, {@code formulas.md} of the
 * guide says what was chosen.
 */
@NullMarked
package dirsh.formula;

import org.jspecify.annotations.NullMarked;
