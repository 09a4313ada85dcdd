export { Core, openCore } from "./core";
export type { CoreOptions, Input, Method, Output } from "./core";
export { CoreStopped, LimberError } from "./errors";
export type { ErrorKind } from "./errors";
export type { Host } from "./instance.mjs";
export type * from "./types.gen";
