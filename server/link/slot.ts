/** What waits in the own gateway for the partner to fetch. */
import type { ClientBase } from "pg";

export type Slot = {
  /** What the partner has not fetched yet. Bytes. */
  bytes: number;
  /** How much more may wait before its slot is lost; null when nothing limits it. Bytes. */
  safeBytes: number | null;
};

/** The slot that keeps the most; nothing waits where there is none. */
export async function readSlot(gateway: ClientBase): Promise<Slot> {
  const { rows } = await gateway.query<{ bytes: string | null; safe: string | null }>(
    `select max(pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn)) as bytes, min(safe_wal_size) as safe
     from pg_replication_slots where slot_type = 'logical'`,
  );
  const [row] = rows;
  return { bytes: Number(row?.bytes ?? 0), safeBytes: row?.safe ? Number(row.safe) : null };
}
