package dirsh.pipe;

import dirsh.command.Arguments;
import dirsh.command.Session;
import dirsh.home.KeptFile;
import dirsh.model.Counted;
import dirsh.model.DirshException;
import dirsh.overview.Overview;
import dirsh.report.ReportFormat;
import java.nio.file.Path;

/** A report in the file the user named. Only an older report of the same format is replaced. */
public final class ReportFile {

    private ReportFile() {}

    /**
     * Writes the report by the arguments of the {@code report} command and gives what it tells.
     *
     * @throws DirshException as bad input, before anything is looked at, if the ending names no format or the file is in use
     */
    public static Overview write(Arguments arguments, Session session) {
        String name = String.valueOf(arguments.get("file"));
        Path file = session.file(name);
        ReportFormat format = ReportFormat.of(String.valueOf(file.getFileName()))
                .orElseThrow(() -> DirshException.badInput(
                        "a report is a page, a table or JSON, and " + name + " is none by its ending",
                        "report report.html, report report.csv or report report.json"));
        boolean raw = arguments.get("raw") == Boolean.TRUE;
        if (raw && format != ReportFormat.CSV) {
            throw DirshException.badInput("--raw is for CSV alone", "report " + name);
        }
        ResultFile.refuse(file, name, session, other -> Overview.KIND + " " + other);
        KeptFile kept = new KeptFile(Overview.KIND, format.beginning(), Overview.KIND);
        Overview overview = session.overviews().of((String) arguments.get("in"));
        kept.write(file, out -> format.write(overview, raw, out));
        session.note("wrote " + name + ": " + overview.headline() + ", "
                + Counted.of(overview.people().size(), "person", "people") + " with evidence");
        return overview;
    }
}
