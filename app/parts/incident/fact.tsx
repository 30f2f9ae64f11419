import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type Props = { icon: LucideIcon; tone?: string; children: ReactNode };

/** One line of facts behind its sign. */
export function Fact({ icon: Icon, tone, children }: Props) {
  return (
    <li className="flex items-start gap-2">
      <Icon size={14} aria-hidden className={`mt-[3px] shrink-0 ${tone ?? "text-ink-3"}`} />
      <span className="min-w-0">{children}</span>
    </li>
  );
}
