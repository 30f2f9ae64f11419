/** The heading of a part of the wall's panel. */
export function Heading({ text, aside }: { text: string; aside?: string }) {
  return (
    <h2 className="flex h-[3.1rem] shrink-0 items-center justify-between text-[1.6rem] font-semibold text-ink-2">
      {text}
      {aside ? <span className="w-[11.6rem] text-[1.5rem] font-normal text-ink-3">{aside}</span> : null}
    </h2>
  );
}
