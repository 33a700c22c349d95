/** What stands in an address for each `{name}` of its pattern. */
export type Params = Readonly<Record<string, string>>

const decoded = (segment: string): string | undefined => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}

/** The parameters of a path that fits a pattern such as `/orders/{id}`, decoded; undefined if it does not. */
export const paramsOf = (pattern: string, path: string): Params | undefined => {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  if (wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [at, segment] of wanted.entries()) {
    const text = given[at] ?? ''
    const name = /^\{(\w+)\}$/.exec(segment)?.[1]
    if (name === undefined) {
      if (segment !== text) return undefined
      continue
    }
    const value = decoded(text)
    if (!value) return undefined
    params[name] = value
  }
  return params
}

/** The first pattern that fits, with its parameters. A slash at the end is none of ours, and does not matter. */
export const matched = <P extends string>(
  patterns: readonly P[],
  path: string,
): { pattern: P; params: Params } | undefined => {
  const trimmed = path.length > 1 ? path.replace(/\/+$/, '') || '/' : path
  for (const pattern of patterns) {
    const params = paramsOf(pattern, trimmed)
    if (params) return { pattern, params }
  }
  return undefined
}

/**
 * A place on our own pages out of an address's `to=`, to go to after something is done; `/account` for anything that would lead
 * elsewhere. Browsers read `//` and `/\` as another host, and drop tabs and line breaks before they look.
 */
export const placeWithin = (to: string | null): string =>
  to !== null && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(to) ? to : '/account'
