import { DAY } from '../shared/kernel/time.ts'
import type { System } from './template/system.ts'

/** Longer than anybody looks at a breakpoint, and no more than a timer takes. */
const UNHURRIED = DAY

/**
 * The system for a debugger: each function runs from its TypeScript, where breakpoints are, instead of its bundle, and neither a
 * function nor a request is ended for taking long. `sourceOf` is where the TypeScript of a function is.
 */
export const debuggable = (system: System, sourceOf: (fn: string) => string): System => ({
  ...system,
  functions: system.functions.map((fn) => ({ ...fn, module: sourceOf(fn.name), timeoutMs: UNHURRIED })),
  routes: system.routes.map((route) => ({ ...route, timeoutMs: UNHURRIED })),
})
