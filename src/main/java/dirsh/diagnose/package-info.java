/**
 * Who is left out and why: what the form shows against what the connector reads.
 *
 * <pre>
 * Note --FlagEvidence--> FormShows, dirsh.connector.ConnectorReading
 *      --Diagnoser-----> Verdict --> Finding (Cause, evidence, whether a plan may take it)
 * all of them ---------> Diagnosis
 * </pre>
 */
@NullMarked
package dirsh.diagnose;

import org.jspecify.annotations.NullMarked;
