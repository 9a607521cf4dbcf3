/**
 * The connector's point of view: how it reads "Foreign directory sync allowed" from the stored items.
 *
 * <pre>
 * Note --FlagItem--> stored evidence --ConnectorReading--> FlagReading
 * </pre>
 */
@NullMarked
package dirsh.connector;

import org.jspecify.annotations.NullMarked;
