/** Looks for texts, byte for byte, in all files of a folder and in all rows of a cluster's tables. */
import { closeSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import path from "node:path";
import type { Cluster } from "@/scripts/two-nations/cluster";

const chunkBytes = 4 * 1024 * 1024;

function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(file);
    else if (entry.isFile()) yield file;
  }
}

/** A file's bytes as Latin-1, in pieces that overlap, so that nothing is cut in two. */
function* piecesOf(file: string, overlap: number): Generator<string> {
  const handle = openSync(file, "r");
  try {
    const buffer = Buffer.alloc(chunkBytes);
    let kept = "";
    for (;;) {
      const length = readSync(handle, buffer, 0, chunkBytes, null);
      if (length === 0) return;
      const piece = kept + buffer.toString("latin1", 0, length);
      yield piece;
      kept = piece.slice(-overlap);
    }
  } finally {
    closeSync(handle);
  }
}

const longest = 64;

/** The files that hold one of the marks, and of the texts that follow `pattern` all that were found. */
export function searchFiles(folder: string, marks: readonly string[], pattern: RegExp) {
  const files: string[] = [];
  const found = new Set<string>();
  let bytes = 0;
  for (const file of filesIn(folder)) {
    bytes += statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    for (const piece of piecesOf(file, longest)) {
      if (!marks.some((mark) => piece.includes(mark))) continue;
      if (files.at(-1) !== file) files.push(file);
      for (const [text] of piece.matchAll(pattern)) found.add(text);
    }
  }
  return { files, found, bytes };
}

/** All rows of all tables of a database as text: a text that its file holds compressed is in plain here. */
export async function* rowsOf(cluster: Cluster, database: string): AsyncGenerator<string> {
  const tables = await cluster.admin(database, async (admin) => {
    const { rows } = await admin.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    return rows.map(({ name }) => name);
  });
  for (const table of tables) {
    const text = await cluster.admin(database, async (admin) => {
      const { rows } = await admin.query<{ row: string }>(`select t::text as row from ${table} t`);
      return rows.map(({ row }) => row).join("\n");
    });
    yield `${table}\n${text}`;
  }
}
