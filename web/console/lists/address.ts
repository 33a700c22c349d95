import { isDay } from '../../../shared/kernel/days.ts'

/** A page of ours and what stands in its address behind the question mark. */
export type At = { path: string; query: URLSearchParams }

/** Which page of a list: the cursors that led to it, so that there is a way back. */
const PAGE = 'at'

const addressOf = (path: string, query: URLSearchParams): string => {
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

/** The address with other words in it; undefined and '' take one away. Another choice begins at the first page of its list. */
export const withQuery = ({ path, query }: At, changes: Readonly<Record<string, string | undefined>>): string => {
  const next = new URLSearchParams(query)
  next.delete(PAGE)
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') next.delete(name)
    else next.set(name, value)
  }
  return addressOf(path, next)
}

/** The Beijing day (YYYYMMDD) that an address has under a name; undefined where it has none, or something that is no day. */
export const dayIn = (query: URLSearchParams, name: string): string | undefined => {
  const text = query.get(name)
  return text !== null && isDay(text) ? text : undefined
}

/** The cursors that led to the page of the list, the last of which is its own. */
export const cursorsIn = (query: URLSearchParams): readonly string[] => query.getAll(PAGE)

/** The address of the page of the list that those cursors lead to; the first where there is none. */
export const atCursors = ({ path, query }: At, cursors: readonly string[]): string => {
  const next = new URLSearchParams(query)
  next.delete(PAGE)
  for (const cursor of cursors) next.append(PAGE, cursor)
  return addressOf(path, next)
}
