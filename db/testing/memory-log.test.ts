import { describe } from "vitest";
import { describeLog } from "../log/contract";
import { memorySubject } from "../log/contract/memory-subject";

describe("the log in memory", () => {
  describeLog(async () => memorySubject());
});
