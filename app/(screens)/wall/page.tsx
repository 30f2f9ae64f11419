"use client";
import { Gate } from "../../screens/gate";
import { WallScreen } from "../../screens/wall/wall-screen";

export default function WallPage() {
  return (
    <Gate screen="wall">
      <WallScreen />
    </Gate>
  );
}
