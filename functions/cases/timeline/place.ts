import { isId } from '../../../shared/kernel/ids.ts'
import type { KindPage, Line } from './line.ts'

const DIGITS = 15

/** Where a line stands among others, as a text: sorted, the later line is the greater. */
const placeOf = ({ at, id }: Line): string => `${String(at).padStart(DIGITS, '0')}#${id}`

const PLACE = /^\d{15}#[\x21-\x7e]{1,200}$/

/** Whether a text is the place of a line among all lines of its kind. */
export const isPlace = (text: string): boolean => PLACE.test(text)

/** Whether a text is the name of an item, by its id behind a prefix. */
export const isNameBehind =
  (prefix: string) =>
  (text: string): boolean =>
    text.startsWith(prefix) && isId(text.slice(prefix.length))

/** The next `limit` of all lines of a kind behind a place, newest first. */
export const pageOfAll = (all: readonly Line[], after: string | undefined, limit: number): KindPage => {
  const placed = all.map((line) => ({ line, place: placeOf(line) }))
  const behind = placed.filter(({ place }) => after === undefined || place < after)
  const newest = behind.sort((one, other) => (one.place < other.place ? 1 : -1))
  return { lines: newest.slice(0, limit), more: newest.length > limit }
}
