import { join } from 'node:path'
import { handlerPath } from '../infra/functions.ts'
import { DAY } from '../shared/kernel/time.ts'
import type { System } from './template/system.ts'

/** Longer than anybody looks at a breakpoint, and no more than a timer takes. */
const UNHURRIED = DAY

/** Where the TypeScript of a function of this service is. */
export const sourceOf = (fn: string): string => join(import.meta.dirname, '../functions', handlerPath(fn))

/**
 * The system for a debugger: each function runs from its TypeScript, where breakpoints are, instead of its bundle, and neither a
 * function nor a request is ended for taking long.
 */
export const debuggable = (system: System, sources: (fn: string) => string): System => ({
  ...system,
  functions: system.functions.map((fn) => ({ ...fn, module: sources(fn.name), timeoutMs: UNHURRIED })),
  routes: system.routes.map((route) => ({ ...route, timeoutMs: UNHURRIED })),
})
