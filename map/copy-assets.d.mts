/** Copies every asset that is missing or differs to public/map; returns how many were copied. */
export function copyMapAssets(): number;
