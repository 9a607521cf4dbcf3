/**
 * JSON as plain data: what results are printed as and what plan files and journals hold.
 *
 * <pre>
 * Map, List, String, Number, Boolean, null --Json.write--> text --Json.read--> Map, List, String, Long, BigDecimal, Boolean, null
 * </pre>
 *
 * <p>A text never becomes anything else than data: no class names, no templates, no references. The same data gives the
 * same text on every machine, so a hash of the text is a hash of the data.
 */
@NullMarked
package dirsh.json;

import org.jspecify.annotations.NullMarked;
