"use client";
import { FieldScreen } from "../../field/field-screen";
import { Gate } from "../../shell/gate";

export default function FieldPage() {
  return (
    <Gate screen="field">
      <FieldScreen />
    </Gate>
  );
}
