"use client";
import { CommandScreen } from "../../desk/command-screen";
import { Gate } from "../../shell/gate";

export default function CommandPage() {
  return (
    <Gate screen="command">
      <CommandScreen />
    </Gate>
  );
}
