/**
 * Selection formulas: text to a checked tree, and the tree to yes or no over a note.
 *
 * <pre>
 * text --Formula.parse--> Formula --selects(Note)--> boolean
 * </pre>
 */
@NullMarked
package dirsh.formula;

import org.jspecify.annotations.NullMarked;
