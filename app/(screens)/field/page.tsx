"use client";
import { FieldScreen } from "../../screens/field/field-screen";
import { Gate } from "../../screens/gate";

export default function FieldPage() {
  return (
    <Gate screen="field">
      <FieldScreen />
    </Gate>
  );
}
