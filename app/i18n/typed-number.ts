/**
 * Numbers as people type them: with group separators, a decimal point or comma, Latin, Khmer or Lao digits. The one
 * parser of them. What can be read in two ways is never guessed, and what cannot be read is never dropped.
 */
import { trimInvisible } from "@/domain/text";
import { latinDigits } from "./digits";

export type TypedNumber =
  | { state: "empty" }
  | { state: "number"; value: number }
  /** A separator with three digits after it: thousands or a fraction. */
  | { state: "unsure"; whole: number; fraction: number }
  | { state: "unclear" };

const empty: TypedNumber = { state: "empty" };
const unclear: TypedNumber = { state: "unclear" };

/** Thousands apart by one and the same sign: `1 034`, `1'034`, `1,034,413`. */
const grouped = /^\d{1,3}(?:([\s'’_])\d{3})(?:\1\d{3})*$/;
const groupedTwice = /^\d{1,3}([.,])\d{3}(?:\1\d{3})+$/;
/** Thousands by one sign and a fraction by another: `1,034.5`, `1 034,5`. */
const both = /^(\d{1,3}(?:([\s'’.,])\d{3})(?:\2\d{3})*)(?!\2)([.,])(\d+)$/;
const twofold = /^([1-9]\d{0,2})([.,])(\d{3})$/;
const decimal = /^(\d+)[.,](\d+)$/;

const number = (text: string): TypedNumber => ({ state: "number", value: Number(text) });
const digitsOf = (text: string): string => text.replace(/\D/g, "");

/** An amount, which may have a fraction. */
export function typedAmount(typed: string): TypedNumber {
  const text = latinDigits(trimInvisible(typed));
  if (text === "") return empty;
  if (/^\d+$/.test(text) || grouped.test(text) || groupedTwice.test(text)) return number(digitsOf(text));
  const mixed = both.exec(text);
  if (mixed) return number(`${digitsOf(mixed[1] ?? "")}.${mixed[4]}`);
  const unsure = twofold.exec(text);
  if (unsure) {
    const [, before, , after] = unsure;
    return { state: "unsure", whole: Number(`${before}${after}`), fraction: Number(`${before}.${after}`) };
  }
  const plain = decimal.exec(text);
  return plain ? number(`${plain[1]}.${plain[2]}`) : unclear;
}

/** A count, which has no fraction, so that `1,034` can only be thousands. */
export function typedCount(typed: string): TypedNumber {
  const amount = typedAmount(typed);
  if (amount.state === "unsure") return { state: "number", value: amount.whole };
  return amount.state === "number" && !Number.isSafeInteger(amount.value) ? unclear : amount;
}
