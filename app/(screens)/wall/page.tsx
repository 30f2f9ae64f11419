"use client";
import { Gate } from "../../shell/gate";
import { WallScreen } from "../../wall/wall-screen";

export default function WallPage() {
  return (
    <Gate screen="wall">
      <WallScreen />
    </Gate>
  );
}
