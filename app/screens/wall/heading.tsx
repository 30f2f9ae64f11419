/** The heading of a part of the wall's panel. */
export function Heading({ text, aside }: { text: string; aside?: string }) {
  return (
    <h2 className="flex h-[3.1rem] shrink-0 items-center justify-between text-wall-body font-semibold text-ink-2">
      {text}
      {aside ? <span className="w-[11.6rem] text-wall-note font-normal text-ink-3">{aside}</span> : null}
    </h2>
  );
}
