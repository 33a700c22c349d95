/** A part of a path: a text, or a parameter by its name. */
type Segment = { text: string; name?: string | undefined; isGreedy: boolean }

type Row<R> = { row: R; method: string; segments: Segment[] }

const PARAMETER = /^\{([^+}]+)(\+?)\}$/

const segmentOf = (text: string): Segment => {
  const [, name, greedy] = PARAMETER.exec(text) ?? []
  return { text, name, isGreedy: greedy === '+' }
}

/** Literal before parameter before greedy parameter, compared from the left. */
const rank = (segment: Segment | undefined): number => {
  if (segment === undefined) return 3
  if (segment.name === undefined) return 0
  return segment.isGreedy ? 2 : 1
}

/** The most specific path first; for the same path, the method itself before ANY. */
const bySpecificity = (a: Row<unknown>, b: Row<unknown>): number => {
  for (let at = 0; at < Math.max(a.segments.length, b.segments.length); at += 1) {
    const difference = rank(a.segments[at]) - rank(b.segments[at])
    if (difference !== 0) return difference
  }
  return Number(a.method === 'ANY') - Number(b.method === 'ANY')
}

/**
 * The parameters, as they stand in the path, if it fits the row. A parameter never takes an empty segment; a greedy one takes all that
 * is left, even nothing after the last slash (`/send/{proxy+}` answers `/send/`).
 */
const parametersOf = (segments: readonly Segment[], path: readonly string[]): Record<string, string> | undefined => {
  const parameters: Record<string, string> = {}
  for (const [at, { text, name, isGreedy }] of segments.entries()) {
    const given = path[at]
    if (given === undefined) return undefined
    if (name === undefined) {
      if (given !== text) return undefined
    } else if (isGreedy) {
      parameters[name] = path.slice(at).join('/')
      return parameters
    } else {
      if (given === '') return undefined
      parameters[name] = given
    }
  }
  return path.length === segments.length ? parameters : undefined
}

/**
 * Rows by their route keys as an HTTP API chooses among them: for a method and a path the row that fits best with its parameters, or that
 * of `$default` where none fits. The path may be percent-encoded or not: parameters are what stands in it.
 */
export const router = <R extends { routeKey: string }>(rows: readonly R[]) => {
  const fallback = rows.find(({ routeKey }) => routeKey === '$default')
  const sorted = rows
    .filter((row) => row !== fallback)
    .map((row): Row<R> => {
      const [method = '', path = ''] = row.routeKey.split(' ')
      return { row, method, segments: path.split('/').map(segmentOf) }
    })
    .sort(bySpecificity)
  return (method: string, path: string): { row: R; parameters: Record<string, string> } | undefined => {
    const given = path.split('/')
    for (const { row, method: taken, segments } of sorted) {
      if (taken !== 'ANY' && taken !== method) continue
      const parameters = parametersOf(segments, given)
      if (parameters) return { row, parameters }
    }
    return fallback && { row: fallback, parameters: {} }
  }
}
