/**
 * Ends the partner's connections to the gateway that do not fetch. PostgreSQL lets a role that may replicate also run
 * queries and, over the same connection, copy the whole cluster; it can be told neither by a right nor by an access rule.
 */
import type { Client } from "pg";

export const guardEveryMs = 2_000;
/** How long the partner's connections may stay without fetching. Seconds. */
export const patience = {
  /** A person who tests the connection, or a check of the partner's administrator, takes less. */
  queries: 30,
  /** The first copy of all rows is a query over a replication connection. */
  copy: 900,
};

/** Ends them; gives how many connections were queries that stayed too long, and how many copied the cluster. */
export async function endForeignWork(
  client: Client,
  partnerRole: string,
  { queries, copy } = patience,
): Promise<{ lingering: number; copying: number }> {
  const { rows } = await client.query<{ copying: boolean }>(
    `with work as (
       select activity.pid,
         sender.state = 'backup' or (sender.state in ('streaming', 'catchup') and not exists (
           select from pg_replication_slots slot
           where slot.active_pid = activity.pid and slot.slot_type = 'logical')) as copying,
         (activity.backend_type = 'client backend'
           and activity.backend_start < clock_timestamp() - make_interval(secs => $2))
         or (sender.state = 'startup'
           and activity.backend_start < clock_timestamp() - make_interval(secs => $3)) as lingering
       from pg_stat_activity activity left join pg_stat_replication sender on sender.pid = activity.pid
       where activity.usename = $1)
     select coalesce(copying, false) as copying from work where (copying or lingering) and pg_terminate_backend(pid)`,
    [partnerRole, queries, copy],
  );
  const copying = rows.filter((row) => row.copying).length;
  return { lingering: rows.length - copying, copying };
}
