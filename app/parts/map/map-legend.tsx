import { positionFreshnesses } from "@/domain/freshness/positions";
import { countries, impacts } from "@/domain/vocabulary";
import { rings } from "../../map/symbols/catalogue";
import { IncidentSymbol, UnitSymbol } from "../../map/symbols/incident-symbol";
import type { MapToolTexts } from "./texts";

type Entry = { key: string; mark: React.ReactNode; text: string };

function Group({ title, entries }: { title: string; entries: readonly Entry[] }) {
  return (
    <section className="break-inside-avoid pb-3">
      <h3 className="pb-1 font-semibold text-desk-note text-ink-3">{title}</h3>
      <ul className="grid gap-1">
        {entries.map(({ key, mark, text }) => (
          <li key={key} className="flex items-center gap-2.5 text-ink-1">
            <span className="grid w-11 justify-items-center">{mark}</span>
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}

function BorderMark() {
  return (
    <svg width="40" height="12" aria-hidden="true">
      <path d="M0 6h40" stroke="var(--map-border-case)" strokeWidth="7" />
      <path d="M0 6h40" stroke="var(--map-border)" strokeWidth="2.6" strokeDasharray="11 4 2 4" />
    </svg>
  );
}

function AreaMark() {
  return (
    <svg width="28" height="28" aria-hidden="true">
      <rect
        x="2"
        y="2"
        width="24"
        height="24"
        fill="none"
        stroke="var(--ink-2)"
        strokeWidth="2"
        strokeDasharray="0.1 4"
        strokeLinecap="round"
      />
    </svg>
  );
}

function DrawnMark() {
  return (
    <svg width="40" height="26" aria-hidden="true" fill="none">
      <path d="M0 5h40" stroke="var(--kh)" strokeWidth="2.2" />
      <path d="M0 12.5h40M0 16.5h40" stroke="var(--la)" strokeWidth="1.5" />
      <path d="M0 23h40" stroke="var(--kh)" strokeWidth="2.2" strokeDasharray="7 4" />
    </svg>
  );
}

function ClusterMark() {
  return (
    <svg width="30" height="30" aria-hidden="true">
      <circle cx="15" cy="15" r="14" fill="var(--surface-1)" />
      <path d="M15 4a11 11 0 0 1 11 11" fill="none" stroke="var(--impact-very-high)" strokeWidth="5.5" />
      <path d="M26.5 15a11.5 11.5 0 0 1 -11.5 11.5" fill="none" stroke="var(--impact-high)" strokeWidth="4" />
      <path d="M15 27.5a12.5 12.5 0 0 1 0 -25" fill="none" stroke="var(--impact-low)" strokeWidth="2" />
    </svg>
  );
}

/** What every symbol on the map means, from the catalogue that the map draws from. */
export function MapLegend({ texts, className }: { texts: MapToolTexts; className?: string }) {
  return (
    <div className={`columns-2 gap-4 text-desk-body ${className ?? ""}`}>
      <Group
        title={texts.legendImpact}
        entries={[...impacts].reverse().map((impact) => ({
          key: impact,
          mark: <IncidentSymbol impact={impact} ring="unshared" size={34} />,
          text: texts.impact[impact],
        }))}
      />
      <Group
        title={texts.legendRing}
        entries={rings.map((ring) => ({
          key: ring,
          mark: <IncidentSymbol impact="medium" kind="timber" ring={ring} size={38} />,
          text: texts.ring[ring],
        }))}
      />
      <Group
        title={texts.legendOwner}
        entries={countries.map((owner) => ({
          key: owner,
          mark: <IncidentSymbol impact="low" ring="unshared" owner={owner} size={36} />,
          text: texts.owner[owner],
        }))}
      />
      <Group
        title={texts.legendUnits}
        entries={positionFreshnesses.map((freshness, index) => ({
          key: freshness,
          mark: (
            <UnitSymbol kind="patrol" owner={index === 1 ? "LA" : "KH"} freshness={freshness} size={28} />
          ),
          text: texts.freshness[freshness],
        }))}
      />
      <Group
        title={texts.legend}
        entries={[
          { key: "border", mark: <BorderMark />, text: texts.border },
          { key: "coarse", mark: <AreaMark />, text: texts.coarse },
          { key: "drawings", mark: <DrawnMark />, text: texts.drawings },
          { key: "cluster", mark: <ClusterMark />, text: texts.cluster },
        ]}
      />
    </div>
  );
}
