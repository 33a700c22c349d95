import { router as routerOf } from '../../shared/http/routing.ts'
import type { Millis } from '../../shared/kernel/time.ts'
import type { RouteSpec } from '../template/routes.ts'

export type Match = { routeKey: string; fn: string; timeoutMs: Millis; parameters: Record<string, string> }

/** Finds the route of a request; undefined when none fits. `path` is still percent-encoded, and validly so. */
export type Router = (method: string, path: string) => Match | undefined

const decoded = (parameters: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(parameters).map(([name, text]) => [name, decodeURIComponent(text)]))

/** Routes as an HTTP API chooses among them; parameters are decoded after the path was split. */
export const router = (routes: readonly RouteSpec[]): Router => {
  const choose = routerOf(routes)
  return (method, path) => {
    const found = choose(method, path)
    return found && { ...found.row, parameters: decoded(found.parameters) }
  }
}
