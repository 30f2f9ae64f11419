/** Compares what is written in two places: how much of the ink lies where it should. Pure. */

/** Grey values, 0 black to 255 white, row by row. */
export type Ink = { data: ArrayLike<number>; width: number; height: number };

/** How far a word may stand from where it is looked for, in pixels. */
const slack = 6;

const at = ({ data, width, height }: Ink, x: number, y: number): number =>
  x < 0 || y < 0 || x >= width || y >= height ? 0 : 255 - (data[y * width + x] ?? 255);

function correlation(page: Ink, word: Ink, left: number, top: number): number {
  const count = word.width * word.height;
  let [sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0];
  for (let y = 0; y < word.height; y += 1) {
    for (let x = 0; x < word.width; x += 1) {
      const [a, b] = [at(page, left + x, top + y), at(word, x, y)];
      sumA += a;
      sumB += b;
      sumAA += a * a;
      sumBB += b * b;
      sumAB += a * b;
    }
  }
  const spread = Math.sqrt((sumAA - (sumA * sumA) / count) * (sumBB - (sumB * sumB) / count));
  return spread === 0 ? 0 : (sumAB - (sumA * sumB) / count) / spread;
}

/** The best correlation of the word's ink with the page's, the word's middle near `middle`: 1 is the very same. */
export function likeness(page: Ink, word: Ink, [x, y]: readonly [number, number]): number {
  const [left, top] = [Math.round(x - word.width / 2), Math.round(y - word.height / 2)];
  let best = 0;
  for (let dy = -slack; dy <= slack; dy += 1) {
    for (let dx = -slack; dx <= slack; dx += 1)
      best = Math.max(best, correlation(page, word, left + dx, top + dy));
  }
  return best;
}
