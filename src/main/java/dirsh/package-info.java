/** The wiring of the shell. */
@NullMarked
package dirsh;

import org.jspecify.annotations.NullMarked;
