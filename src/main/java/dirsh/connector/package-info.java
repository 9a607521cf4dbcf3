/**
 * The connector's point of view: how it reads "Foreign directory sync allowed" from the stored items, which documents it
 * takes, and what it makes of them. Its files are read in {@code files}, their rules in {@code rule}, its logs in
 * {@code log}.
 *
 * <pre>
 * Note --FlagItem--> stored evidence --FlagReader (ConnectorReading, ItemReader)--> FlagReading
 * Note --Extraction (Filter)--> why it is passed over
 * Note --files.EntryMapping (rule.Rule)--> PredictedRecipient
 * </pre>
 */
@NullMarked
package dirsh.connector;

import org.jspecify.annotations.NullMarked;
