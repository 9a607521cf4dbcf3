package dirsh.bench;

import dirsh.ProcessCost;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The files of {@code CsvSpeed} compared by DuckDB through JDBC: joined by the address without case, all attributes compared.
 *
 * <p>{@code join FOLDER} does that; {@code start FOLDER} only opens the database, which unpacks its library from the jar.
 */
final class CsvDuck {

    private CsvDuck() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        ProcessCost.tell(arguments[0], () -> arguments[0].equals("join") ? join(folder) : answer("select 'started'"));
    }

    private static String join(Path folder) throws SQLException {
        return answer(
                """
                select format('{} matched, {} missing, {} unexpected, {} different',
                    count(*) filter (a.address is not null and b.address is not null),
                    count(*) filter (b.address is null),
                    count(*) filter (a.address is null),
                    count(*) filter (a.address is not null and b.address is not null and (
                        a.Department is distinct from b.Department
                        or a.OfficePhoneNumber is distinct from b.Phone
                        or a.CompanyName is distinct from b.Company
                        or a.JobTitle is distinct from b.Title)))
                from (select lower(trim(InternetAddress)) as address, Department, OfficePhoneNumber, CompanyName, JobTitle
                    from read_csv('FOLDER/directory.csv', header = true, all_varchar = true)) a
                full outer join (select lower(trim(PrimarySmtpAddress)) as address, Department, Phone, Company, Title
                    from read_csv('FOLDER/exchange.csv', header = true, all_varchar = true)) b
                on a.address = b.address
                """
                        .replace("FOLDER", folder.toString()));
    }

    private static String answer(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
