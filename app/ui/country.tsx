import type { Country } from "@/domain/vocabulary";
import { classes } from "./classes";

const looks: Record<Country, string> = { KH: "plate-kh", LA: "plate-la" };

/** The country's letters; KH with one bar on the left, LA with two on the right, so that they differ in greyscale. */
export function CountryPlate({ country, className }: { country: Country; className?: string }) {
  return (
    <span
      className={classes(
        "inline-flex items-center justify-center rounded-1 px-[0.42em] font-bold tracking-[0.02em]",
        looks[country],
        className,
        "leading-plate",
      )}
    >
      {country}
    </span>
  );
}
