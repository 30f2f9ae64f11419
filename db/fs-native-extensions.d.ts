declare module "fs-native-extensions" {
  /** Takes a kernel lock on an open file; false when another process holds it. Freed when the process ends. */
  export function tryLock(fd: number): boolean;
}
