/** Text of the partner, shown as text and never as anything else. */
export function Received({ label, text }: { label: string; text: string }) {
  return (
    <figure className="mt-3">
      <figcaption className="text-desk-note text-ink-2">{label}</figcaption>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard
        tabIndex={0}
        className="mt-1 max-h-40 overflow-auto rounded-2 border bg-surface-2 p-2 text-desk-note break-all whitespace-pre-wrap"
      >
        {text}
      </pre>
    </figure>
  );
}
