import type { Millis } from '../../shared/kernel/time.ts'
import type { RouteSpec } from '../template/routes.ts'

export type Match = { routeKey: string; fn: string; timeoutMs: Millis; parameters: Record<string, string> }

/** Finds the route of a request; undefined when none fits. `path` is still percent-encoded, and validly so. */
export type Router = (method: string, path: string) => Match | undefined

type Row = RouteSpec & { method: string; segments: string[] }

const PARAMETER = /^\{([^+}]+)(\+?)\}$/

/** Literal before parameter before greedy parameter, compared from the left. */
const rank = (segment: string | undefined): number => {
  if (segment === undefined) return 3
  const found = PARAMETER.exec(segment)
  if (!found) return 0
  return found[2] === '+' ? 2 : 1
}

/** The most specific path first; for the same path, the method itself before ANY. */
const bySpecificity = (a: Row, b: Row): number => {
  for (let at = 0; at < Math.max(a.segments.length, b.segments.length); at += 1) {
    const difference = rank(a.segments[at]) - rank(b.segments[at])
    if (difference !== 0) return difference
  }
  return Number(a.method === 'ANY') - Number(b.method === 'ANY')
}

/**
 * The parameters, decoded, if the path fits the row. A parameter never takes an empty segment; a greedy one takes all that
 * is left, even nothing after the last slash (`/send/{proxy+}` answers `/send/`).
 */
const parametersOf = (row: Row, path: readonly string[]): Record<string, string> | undefined => {
  const parameters: Record<string, string> = {}
  for (const [at, segment] of row.segments.entries()) {
    const [, name, greedy] = PARAMETER.exec(segment) ?? []
    const given = path[at]
    if (given === undefined) return undefined
    if (name === undefined) {
      if (given !== segment) return undefined
    } else if (greedy === '+') {
      parameters[name] = decodeURIComponent(path.slice(at).join('/'))
      return parameters
    } else {
      if (given === '') return undefined
      parameters[name] = decodeURIComponent(given)
    }
  }
  return path.length === row.segments.length ? parameters : undefined
}

/** Routes as an HTTP API chooses among them. */
export const router = (routes: readonly RouteSpec[]): Router => {
  const fallback = routes.find(({ routeKey }) => routeKey === '$default')
  const rows = routes
    .filter(({ routeKey }) => routeKey !== '$default')
    .map((route): Row => {
      const [method = '', path = ''] = route.routeKey.split(' ')
      return { ...route, method, segments: path.split('/') }
    })
    .sort(bySpecificity)
  return (method, path) => {
    const segments = path.split('/')
    for (const row of rows) {
      if (row.method !== 'ANY' && row.method !== method) continue
      const parameters = parametersOf(row, segments)
      if (parameters) return { ...row, parameters }
    }
    return fallback && { ...fallback, parameters: {} }
  }
}
