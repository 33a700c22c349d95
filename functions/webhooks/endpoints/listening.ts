import type { Endpoint } from './endpoint.ts'

const ALL = '*'
const REST = '.*'

const isOf = (filter: string, type: string): boolean =>
  filter === ALL || filter === type || (filter.endsWith(REST) && type.startsWith(filter.slice(0, -1)))

/** Whether a filter lets anything through: all, a type, or a kind of them as `verification.*`. */
export const isFilter = (filter: string, types: readonly string[]): boolean => types.some((type) => isOf(filter, type))

/** Every filter there may be, for whoever is told that theirs is none. */
export const filtersOf = (types: readonly string[]): string[] => {
  const kinds = types.map((type) => `${type.split('.', 1)[0]}${REST}`)
  return [ALL, ...new Set(kinds), ...types]
}

/** Its type and what it is about: what decides who is told. */
type Kind = { type: string; about: { kind: string; id: string } }

/**
 * Whether an endpoint is told of it. That one was tried concerns that one alone, whatever it listens to; that one was disabled, all the
 * others.
 */
export const isToldTo = ({ id, events }: Pick<Endpoint, 'id' | 'events'>, { type, about }: Kind): boolean => {
  const isItself = about.kind === 'endpoint' && about.id === id
  if (type === 'endpoint.test') return isItself
  return !isItself && events.some((filter) => isOf(filter, type))
}
