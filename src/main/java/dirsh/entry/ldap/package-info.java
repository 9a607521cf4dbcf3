/**
 * Entries from an LDAP server: Active Directory, Exchange 5.5, Domino.
 *
 * <pre>
 * ldap://host:port/base?filter --LdapAddress--> LdapEntries <-- ServerAccess (who asks, Secret, Transport)
 * LdapEntries --LdapConnection, pages of a search--> Entry
 * </pre>
 *
 * <p>Only this package sees the LDAP library, and only opening such an address loads it. Certificate and host name are
 * checked unless somebody says {@code --insecure}. A password is asked for or read from a private file at each bind and
 * overwritten behind it; it is in no message.
 */
@NullMarked
package dirsh.entry.ldap;

import org.jspecify.annotations.NullMarked;
