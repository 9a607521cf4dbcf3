/**
 * Entries from an LDIF file (RFC 2849), read as bytes.
 *
 * <pre>
 * file --Utf8Bytes--> bytes in UTF-8 --LdifLines--> logical lines --LdifEntries, NameTable--> Entry
 * </pre>
 *
 * <p>Only the values of wanted attributes become texts; everything else is passed over as bytes. Only content is read:
 * change records are refused by name, but {@code changetype: add} is what ldifde writes above the content of an entry.
 * Messages name file, line and column, never a value.
 */
@NullMarked
package dirsh.entry.ldif;

import org.jspecify.annotations.NullMarked;
