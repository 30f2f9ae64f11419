"use client";
import { CommandScreen } from "../../screens/command/command-screen";
import { Gate } from "../../screens/gate";

export default function CommandPage() {
  return (
    <Gate screen="command">
      <CommandScreen />
    </Gate>
  );
}
