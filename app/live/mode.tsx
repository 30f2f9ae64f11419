"use client";
/** Whether the server has demo accounts: then every screen says EXERCISE and the sign-in page offers them. */
import { createContext, type ReactNode, useContext } from "react";
import type { Country } from "@/domain/vocabulary";

const ModeContext = createContext<readonly Country[]>([]);

type Props = { demoCountries: readonly Country[]; children: ReactNode };

export const ModeProvider = ({ demoCountries, children }: Props) => (
  <ModeContext value={demoCountries}>{children}</ModeContext>
);

/** The countries whose demo accounts this server has; none unless it is an exercise. */
export const useDemoCountries = (): readonly Country[] => useContext(ModeContext);

export const useExercise = (): boolean => useDemoCountries().length > 0;
