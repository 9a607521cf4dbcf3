/**
 * The connector's own files, as an administrator copies them from its server: Amap.tbl, Mapnotes.tbl, Exchconn.ini, PCTA.TBL.
 *
 * <pre>
 * folder --ConnectorFolder--> AttributeTable, MappingRules, Parameters, SyncState; a Problem for each line that is wrong
 * Parameters --FilterText--> Filter --> Extraction
 * AttributeTable, MappingRules --EntryMapping--> PredictedRecipient of a note
 * ConnectorFolder --FolderCheck--> what is wrong between the files
 * </pre>
 */
@NullMarked
package dirsh.connector.files;

import org.jspecify.annotations.NullMarked;
