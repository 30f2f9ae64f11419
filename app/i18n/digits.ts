/** Khmer and Lao digits as Latin ones, for what is typed. */

/** The zeros of the digits that are read beside the Latin ones. */
const zeros = { khmer: 0x17e0, lao: 0x0ed0 };

export const latinDigits = (text: string): string =>
  text
    .replace(/[\u17E0-\u17E9]/g, (digit) => String(digit.charCodeAt(0) - zeros.khmer))
    .replace(/[\u0ED0-\u0ED9]/g, (digit) => String(digit.charCodeAt(0) - zeros.lao));
