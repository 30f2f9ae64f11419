/**
 * What the partner's role may not do in the gateway beyond what its rights on tables say. PostgreSQL lets everybody take
 * advisory locks, make large objects and write messages into the WAL: each could stop the writer or fill the disk.
 */
import { type Client, escapeIdentifier } from "pg";

/** Functions that everybody may call by default and nobody who fetches needs. Patterns of LIKE. */
const forbiddenFunctions = [
  // Who holds the writer's lock silences the writer; many of them fill the cluster's table of locks.
  "pg\\_advisory\\_%",
  "pg\\_try\\_advisory\\_%",
  "lo\\_%",
  "lowrite",
  "pg\\_notify",
  "pg\\_logical\\_emit\\_message",
];
/** More on the disk for one query of the partner's is refused. Only a superuser can change it. */
const temporaryFiles = "64MB";
const idleInTransaction = "60s";

/** Takes those rights from everybody and gives the writer what it needs. Safe to run again. `admin` is a superuser. */
export async function limitPartner(admin: Client, partner: string, writer: string): Promise<void> {
  const [partnerName, writerName] = [escapeIdentifier(partner), escapeIdentifier(writer)];
  const { rows } = await admin.query<{ signature: string }>(
    `select oid::regprocedure::text as signature from pg_proc
     where pronamespace = 'pg_catalog'::regnamespace and proname like any ($1)`,
    [forbiddenFunctions],
  );
  const signatures = rows.map(({ signature }) => signature).join(", ");
  await admin.query(`revoke execute on function ${signatures} from public`);
  await admin.query(`grant execute on function pg_try_advisory_lock(bigint) to ${writerName}`);
  // Blocks of code are not needed to fetch either.
  await admin.query("revoke usage on language plpgsql from public");
  await admin.query(`alter role ${partnerName} set temp_file_limit = '${temporaryFiles}'`);
  await admin.query(
    `alter role ${partnerName} set idle_in_transaction_session_timeout = '${idleInTransaction}'`,
  );
  // So that the writer can end the partner's connections that fetch nothing.
  await admin.query(`grant pg_signal_backend to ${writerName}`);
}
