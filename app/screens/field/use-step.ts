"use client";
/** Takes the next step of a task. A step taken without a line keeps the time of its tap. */
import { useCallback } from "react";
import type { Task } from "@/domain/task/schema";
import { useSendCommand } from "../../act/send-command";
import { useLive } from "../../live/hooks/use-live";
import { type StepDetails, stepCommand, tappedAt } from "./my-tasks";

export function useStep(task: Task): (details?: StepDetails) => Promise<boolean> {
  const { store } = useLive().client;
  const run = useSendCommand();
  return useCallback(
    async (details = {}) => {
      const offline = store.connection.name === "stale";
      const tapped = offline ? tappedAt(task, Date.now() + store.clockOffsetMs) : undefined;
      const command = stepCommand(task, { ...details, happenedAt: details.happenedAt ?? tapped });
      return command ? run(command.type, task.id, command.body) : false;
    },
    [store, run, task],
  );
}
