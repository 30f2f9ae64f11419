"use client";
/** Whether the server runs in demo mode: then every screen says EXERCISE and the sign-in page offers demo accounts. */
import { createContext, type ReactNode, useContext } from "react";

const ModeContext = createContext(false);

export const ModeProvider = ({ exercise, children }: { exercise: boolean; children: ReactNode }) => (
  <ModeContext value={exercise}>{children}</ModeContext>
);

export const useExercise = (): boolean => useContext(ModeContext);
