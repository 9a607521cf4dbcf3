package dirsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What TAB offers at the circumflex, with the real commands over the sample book; a last … stands for others between or behind. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CompletionTableTest {

    /** RUN and PLAN stand for the ids of the one run and the one plan there are, R and P for their first letters. */
    private static final String TABLE =
            """
            ^                                           => apply, audit, check, compare, …
            a^                                          => apply, audit
            ap^                                         => apply
            appl^                                       => apply
            apply^                                      => apply
            au^                                         => audit
            c^                                          => check, compare, connector, console, …
            ch^                                         => check
            co^                                         => compare, connector, console, …
            com^                                        => compare
            con^                                        => connector, console
            conn^                                       => connector
            d^                                          => diagnose, doctor
            di^                                         => diagnose
            do^                                         => doctor
            e^                                          => edit, exchange, exit, …
            ed^                                         => edit
            ex^                                         => exchange, exit, …
            f^                                          => find, …
            h^                                          => help
            i^                                          => items
            l^                                          => log
            o^                                          => open
            p^                                          => plan, plugin, plugins, person
            pl^                                         => plan, plugin, plugins
            q^                                          => quit
            r^                                          => rate, rehearse, reload, replicas, report, resume, runs
            re^                                         => rehearse, reload, replicas, report, resume
            res^                                        => resume
            ru^                                         => runs
            s^                                          => sample, show, status, …
            sh^                                         => show
            st^                                         => status
            t^                                          => tour, trace, triage
            to^                                         => tour
            tri^                                        => triage
            u^                                          => undo
            v^                                          => verify, view
            w^                                          => why, …
            zz^                                         => (nothing)
            di^ --cause blank                           => diagnose
            di^; status                                 => diagnose
            status; di^                                 => diagnose
            status ; diagnose --cau^                    => --cause
             dia^                                       => diagnose
            open acme.dxl; wh^                          => why, …
            # a comment; dia^                           => (nothing)
            diagnose | ^                                => apply, plan, …
            diagnose | p^                               => plan
            diagnose|pl^                                => plan
            diagnose | plan | ^                         => apply, plan, …
            diagnose | plan | ap^                       => apply
            diagnose | app^                             => apply
            diagnose | { it.ta^                         => take
            diagnose | { it.ca^                         => cause
            diagnose | { it*.conn^                      => connectorReads
            diagnose | { it.findAll { it.f^             => fullName, formShows
            diagnose | { it.findAll { p -> p.f^         => fullName, formShows
            diagnose | { it.findAll({ it.offered && it.to^ => toggleRepairs
            diagnose | { rows -> rows.gr^               => groupBy
            diagnose | { rows -> rows.each { it.cau^ } } => cause
            diagnose | { it.findAll { q -> p.f^         => (nothing)
            diagnose | { it.size().^                    => (nothing)
            diagnose | where offered=yes | { it.un^     => unid, unique
            1 | { it.ta^                                => take
            diagnose | where ^                          => unid, noteId, fullName, cause, …
            diagnose | where c^                         => cause, connectorReads
            diagnose | where CAU^                       => cause
            diagnose | where cause^                     => cause!=, cause!~, cause<=, cause>=, cause==, cause=, cause~, cause<, cause>
            diagnose | where cause=^                    => wrong-form, aggregated, connector-created, conflict-document, …
            diagnose | where cause=not^                 => not-summary, not-modified
            diagnose | where cause != not^              => not-summary, not-modified
            diagnose | where 'cause=not-s^              => not-summary
            diagnose | where offered=^                  => (nothing)
            diagnose | where offered=yes form^          => formShows
            diagnose | where offered=yes --o^           => --output
            diagnose | sort ^                           => unid, noteId, fullName, cause, …
            diagnose | sort -n^                         => noteId
            diagnose | sort cause,-full^                => fullName
            diagnose | sort cause,^                     => unid, noteId, fullName, cause, …
            diagnose | sort --d^                        => --desc
            diagnose | where offered=yes | sort --desc | select fu^ => fullName
            diagnose|select fullName,ca^                => cause
            diagnose | { it } | sort ca^                => (nothing)
            1 | sort ^                                  => --desc, --output, --help
            check | group ^                             => --output, --help
            watch ^                                     => apply, audit, check, compare, …
            watch di^                                   => diagnose
            watch --e^                                  => --every
            watch --every 2 st^                         => status
            watch diagnose --cause not-s^               => not-summary
            watch diagnose | pl^                        => plan
            watch diagnose | where ca^                  => cause
            watch why "Ida N^                           => Ida Novak
            status; watch --times 1 why nov^            => Ida Novak
            watch^                                      => watch
            diagnose | plan --l^                        => --limit
            diagnose ^                                  => --cause, --groups, --reader, --formula, --flag, --in, --output, --help
            diagnose -^                                 => --cause, --groups, --reader, --formula, --flag, --in, --output, --help
            diagnose --^                                => --cause, --groups, --reader, --formula, --flag, --in, --output, --help
            diagnose --c^                               => --cause
            diagnose --f^                               => --formula, --flag
            diagnose --zz^                              => (nothing)
            diagnose --cause^ blank                     => --cause
            diagnose --ca^ blank                        => --cause
            diagnose --cause ^                          => wrong-form, aggregated, connector-created, conflict-document, …
            diagnose --cause b^                         => blank
            diagnose --cause=d^                         => duplicate-items, duplicate-person
            diagnose --cause not^                       => not-summary, not-modified
            diagnose --cause NOT^                       => not-summary, not-modified
            diagnose --cause blank,g^                   => genuine-no
            diagnose --cause blank,^                    => wrong-form, aggregated, connector-created, conflict-document, …
            diagnose --cause "blank,wr^                 => wrong-form, wrong-type
            diagnose --cause 'st^                       => stray-characters
            diagnose --cause blank --g^                 => --groups
            diagnose --cause b^ --groups                => blank
            diagnose --in ^                             => acme
            diagnose --in a^                            => acme
            diagnose --in b^                            => (nothing)
            diagnose --in=^                             => acme
            diagnose -o ^                               => table, wide, list, csv, json, yaml
            diagnose -o j^                              => json
            diagnose -o=c^                              => csv
            diagnose --output t^                        => table
            diagnose --output=y^                        => yaml
            diagnose --cause blank -o w^                => wide
            status ^                                    => --problems, --log, --in, --output, --help
            status -^                                   => --problems, --log, --in, --output, --help
            status --in ac^                             => acme
            status --l^                                 => --log
            status --log ^                              => acme.csv, acme.dxl, sub/
            why ^                                       => Jane Doe, Ralph Jones, Mia Lang, Tom Reed, …
            why n^                                      => Ida Novak
            why nov^                                    => Ida Novak
            why Ida^                                    => Ida Novak
            why "Ida N^                                 => Ida Novak
            why "^                                      => Jane Doe, Ralph Jones, Mia Lang, Tom Reed, …
            why '^                                      => Jane Doe, Ralph Jones, Mia Lang, Tom Reed, …
            why 'ida^                                   => Ida Novak
            why "Ida Nov^"                              => Ida Novak
            why z^                                      => Zoë Hart
            why zo^                                     => Zoë Hart
            why kr^                                     => Eva Krüger
            why acm^                                    => Jane Doe, Ralph Jones, Mia Lang, Tom Reed, …
            show li^                                    => Li Wei
            show "li^                                   => Li Wei
            show Ann^ --in acme                         => Ann Lee
            show Ann --^                                => --in, --output, --help
            show Ann --in ^                             => acme
            plan --person ja^                           => Jane Doe
            plan --person uwe^                          => Uwe Lang
            plan --person "Uwe Lang" --person id^       => Ida Novak
            plan --mode ^                               => toggle, direct
            plan --mode t^                              => toggle
            plan --mode=d^                              => direct
            plan --where ^                              => $Conflict, $NotesDXAStamp, $Readers, $Signature, …
            plan --where Mail^                          => MailAddress, MailDomain, MailFile, MailSystem
            plan --where MailDomain="Acme" & Ful^       => FullName
            plan --where (MailDomain="Acme" | Sho^      => ShortName
            plan --where MailDomain="Acme" --l^         => --limit
            plan --systematic item^                     => item-missing
            plan --limit ^                              => (nothing)
            plan --limit 5 --sa^                        => --save
            plan --save ^                               => acme.csv, acme.dxl, sub/
            plan --save ac^                             => acme.csv, acme.dxl
            plan --show ^                               => PLAN, acme.csv, acme.dxl, sub/
            plan --at^                                  => --at-risk
            plan --mi^                                  => --missing-in-exchange
            find ^                                      => $Conflict, $NotesDXAStamp, $Readers, $Signature, …
            find Full^                                  => FullName
            find LastName="Doe" & @IsUnavailable(Avail^ => AvailableForDirSync
            find 'LastName="Doe" | Mail^                => MailAddress, MailDomain, MailFile, MailSystem
            find LastName="Doe" --it^                   => --items
            find LastName="Doe" --items ^               => $Conflict, $NotesDXAStamp, $Readers, $Signature, …
            find LastName="Doe" --items Full^           => FullName
            find LastName="Doe" --items FullName,Sh^    => ShortName
            find LastName="Doe" --items "FullName,Sh^   => ShortName
            find @^                                     => (nothing)
            find LastName="Doe" | pl^                   => plan
            compare ^                                   => acme
            compare a^                                  => acme
            compare acme ^                              => acme
            compare --attributes ^                      => department, phone, company, title, primarySmtpAddress, displayName, firstName, lastName
            compare --attributes dep^                   => department
            compare --attributes department,ti^         => title
            compare --m^                                => --mapping
            rehearse --people ^                         => adds, modifies, deletes, skips
            rehearse --people a^                        => adds
            rehearse --people=d^                        => deletes
            apply ^                                     => PLAN, acme.csv, acme.dxl, sub/
            apply P^                                    => PLAN
            apply --y^                                  => --yes
            apply --pi^                                 => --pilot
            apply --until^                              => --until-verified
            verify ^                                    => RUN
            verify R^                                   => RUN
            undo ^                                      => RUN
            undo R^                                     => RUN
            undo --^                                    => --yes, --rate, --break-lock, --output, --help
            undo R --y^                                 => --yes
            runs ^                                      => RUN
            runs --^                                    => --unfinished, --output, --help
            resume R^                                   => RUN
            rate R^ 5                                   => RUN
            audit --run ^                               => RUN
            audit --run=R^                              => RUN
            open ^                                      => acme.csv, acme.dxl, sub/
            open ac^                                    => acme.csv, acme.dxl
            open "ac^                                   => acme.csv, acme.dxl
            open 'ac^                                   => acme.csv, acme.dxl
            open zz^                                    => (nothing)
            open acme.dxl --a^                          => --as, --ask-password
            open sub/^                                  => sub/inner file.dxl
            open sub/in^                                => sub/inner file.dxl
            open acme.dxl --as ^                        => (nothing)
            exchange ac^                                => acme.csv, acme.dxl
            exchange acme.csv --pa^                     => --partial, --password-file
            exchange acme.csv --password-file ac^       => acme.csv, acme.dxl
            sample ^                                    => sub/
            sample s^                                   => sub/
            connector ^                                 => open, check, readers
            connector o^                                => open
            connector open ^                            => sub/
            connector check --^                         => --own-replica, --zone, --in, --output, --help
            replicas ^                                  => list
            help ^                                      => NAB, aggregated, apply, audit, …
            help dia^                                   => diagnose
            help not^                                   => not-modified, not-summary
            help "for^                                  => foreign directory sync, formulas
            help fix^                                   => fixup
            help na^                                    => NAB, names.nsf
            help full^                                  => full reload
            help exit^                                  => exit, exit-codes
            help zz^                                    => (nothing)
            doctor --^                                  => --output, --help
            edit ^                                      => --output, --help
            tour ^                                      => --output, --help
            x^                                          => x
            x = comp^                                   => compare
            x.^                                         => ambiguous, atRisk, byCause, different, …
            x.miss^                                     => missing
            x.missing.^                                 => any, cause, collect, count, …
            x.missing*.ca^                              => cause
            x.missing.find^                             => find, findAll
            x.zz^                                       => (nothing)
            y.^                                         => any, cause, collect, connectorReads, …
            y.fi^                                       => find, findAll, first
            y.first^                                    => first
            name.toUp^                                  => toUpperCase
            person.^                                    => cause, connectorReads, evidence, formShows, …
            person.evid^                                => evidence
            nobody.^                                    => (nothing)
            _.^                                         => byteValue, compareTo, describeConstable, doubleValue, …
            println x.at^                               => atRisk
            comp^are().size()                           => compare
            missingInEx^                                => (nothing)
            plan(missingInEx^                           => missingInExchange:
            plan(limit: 5, at^                          => atRisk:
            p = plan(^                                  => cause:, person:, where:, …
            plan(cause: diag^                           => diagnose
            plan(x.mis^                                 => missing
            plan(["a", li^                              => (nothing)
            println(li^                                 => (nothing)
            y[0].ev^                                    => evidence
            y[0].fi^                                    => (nothing)
            x.missing[0].ca^                            => cause
            y.findAll { it.cau^                         => cause
            y.findAll { it.off^fered }                  => offered
            x.missing.findAll { m -> m.ca^              => cause
            x.missing.each { m -> y.any { it.full^      => fullName
            x.missing.each { m -> y.any { m.full^       => fullName
            y.with { it.fi^                             => find, findAll, first
            it.^                                        => (nothing)
            def z = mis^                                => (nothing)
            [1, 2].co^                                  => (nothing)
            "a ${x.miss^                                => missing
            """;

    @TempDir
    private static Path folder;

    private static LiveShell shell;
    private static String run = "";
    private static String plan = "";

    @BeforeAll
    static void repair_somebody_and_keep_some_values() throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        Files.createFile(folder.resolve("sub/inner file.dxl"));
        shell = new LiveShell(folder);
        shell.run(
                """
                open acme.dxl; exchange acme.csv; diagnose | plan --limit 1; apply --yes
                x = compare(); y = diagnose(); person = y[0]; name = person.fullName; show "Ann Lee"; 1
                """);
        run = shell.choices("verify ^").get(0);
        plan = shell.choices("apply ^").get(0);
    }

    @AfterAll
    static void leave() {
        shell.close();
    }

    @TestFactory
    Stream<DynamicTest> the_table_holds() {
        return TABLE.lines().map(line -> DynamicTest.dynamicTest(line, () -> check(line)));
    }

    @Test
    void the_table_is_long() {
        assertThat(TABLE.lines()).hasSizeGreaterThanOrEqualTo(150);
    }

    private static void check(String line) {
        int arrow = line.indexOf("=> ");
        String marked = line.substring(0, arrow).stripTrailing();
        marked = marked.replace("R^", run.substring(0, 4) + "^")
                .replace(" R ", " " + run + " ")
                .replace("P^", plan.substring(0, 4) + "^");
        String expected = line.substring(arrow + 3);
        List<String> offered = shell.choices(marked).stream()
                .map(each -> each.equals(run) ? "RUN" : each.equals(plan) ? "PLAN" : each)
                .toList();
        String shown = offered.isEmpty() ? "(nothing)" : String.join(", ", offered);
        if (expected.endsWith(", …")) {
            assertThat(offered)
                    .containsSubsequence(
                            expected.substring(0, expected.length() - 3).split(", "));
        } else {
            assertThat(shown).isEqualTo(expected);
        }
    }
}
