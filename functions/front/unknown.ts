import type { Refusal } from '../../shared/kernel/outcome.ts'

/** A path as the route table writes it, and the methods it is served under. */
export type Served = { path: string; methods: readonly string[] }

const PARAMETER = /^\{[^+}]+\}$/

const fits = (segments: readonly string[], path: string): boolean => {
  const served = path.split('/')
  return (
    served.length === segments.length &&
    served.every((one, at) => one === segments[at] || (PARAMETER.test(one) && segments[at] !== ''))
  )
}

/** Those of the paths that an address is one of. A slash at the end makes another path. */
export const servedUnder = (served: readonly Served[], path: string): readonly Served[] => {
  const segments = path.split('/')
  return served.filter((one) => fits(segments, one.path))
}

/**
 * What a request is told that no route serves: `method_not_allowed` with the methods its path has, or `route_unknown`.
 */
export const unknownRefusal = (served: readonly Served[], path: string): Refusal => {
  const methods = [...new Set(servedUnder(served, path).flatMap((one) => one.methods))].toSorted()
  return methods.length > 0 ? { code: 'method_not_allowed', allow: methods } : { code: 'route_unknown' }
}
