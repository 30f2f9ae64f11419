"use client";
import { useTranslations } from "use-intl";
import { useActionLabel } from "../../act/action-label";
import { actionNames, actions } from "../../act/actions";
import { Dialog } from "../../ui/dialog";
import { boardTabNames } from "./board/names";
import { useDesk } from "./desk";

function Key({ keys, text }: { keys: string; text: string }) {
  return (
    <li className="flex items-baseline justify-between gap-4 border-t py-1">
      <span>{text}</span>
      <kbd className="whitespace-nowrap">{keys}</kbd>
    </li>
  );
}

/** Every key in one place, opened with `?`. */
export function KeysDialog() {
  const t = useTranslations("keys");
  const label = useActionLabel();
  const { keys, dispatch } = useDesk();
  return (
    <Dialog
      open={keys}
      onOpenChange={(open) => dispatch({ do: "keys", open })}
      title={t("title")}
      className="max-w-2xl"
    >
      <div className="grid gap-x-8 sm:grid-cols-2">
        <ul>
          <Key keys="J ↓" text={t("next")} />
          <Key keys="K ↑" text={t("previous")} />
          <Key keys="Esc" text={t("close")} />
          <Key keys="R" text={t("report")} />
          <Key keys={boardTabNames.map((_, index) => index + 1).join(" ")} text={t("board")} />
          <Key keys="Ctrl K  /" text={t("palette")} />
          <Key keys="?" text={t("help")} />
        </ul>
        <ul>
          {actionNames("recalled").map((name) => (
            <Key key={name} keys={actions.recalled[name].key} text={label(name)} />
          ))}
          {actionNames("incident").map((name) => (
            <Key key={name} keys={actions.incident[name].key} text={label(name)} />
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
