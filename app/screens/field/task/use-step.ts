"use client";
/** Takes the next step of a task. Taken without a connection it keeps the time at which it was tapped. */
import { useCallback } from "react";
import { tappedAt } from "@/domain/task/crew";
import type { Task } from "@/domain/task/schema";
import { useSendCommand } from "../../../act/send-command";
import { type StepDetails, stepCommand } from "../../../act/task-actions";
import { useLive } from "../../../live/hooks/use-live";

export function useStep(task: Task): (details?: StepDetails) => Promise<boolean> {
  const { store } = useLive().client;
  const send = useSendCommand();
  return useCallback(
    async (details = {}) => {
      const offline = store.connection.name === "stale";
      const tapped = offline ? tappedAt(task, store.time.now()) : undefined;
      const command = stepCommand(task, { ...details, happenedAt: details.happenedAt ?? tapped });
      return command ? send(command.type, task.id, command.body) : false;
    },
    [store, send, task],
  );
}
