import { HOUR, type Millis } from '../../../shared/kernel/time.ts'
import { type Texts, texts } from '../../shared/texts/texts.ts'
import type { Tone } from '../plots/plot.ts'
import type { Filter } from './queue.ts'

/** A class of how long something waits, or how long there is left, up to (not including) `below`. */
export type AgeClass = { name: 'past' | 'soon' | 'today' | 'later'; below: Millis; tone: Tone }

/** Since when a refund is owed, of the 24 hours that are promised. */
export const refundAges: readonly AgeClass[] = [
  { name: 'later', below: HOUR, tone: 'good' },
  { name: 'today', below: 12 * HOUR, tone: 'info' },
  { name: 'soon', below: 24 * HOUR, tone: 'warn' },
  { name: 'past', below: Number.POSITIVE_INFINITY, tone: 'bad' },
]

/** What is left of the time to act on a complaint. */
export const clockAges: readonly AgeClass[] = [
  { name: 'past', below: 0, tone: 'bad' },
  { name: 'soon', below: 4 * HOUR, tone: 'warn' },
  { name: 'today', below: 24 * HOUR, tone: 'info' },
  { name: 'later', below: Number.POSITIVE_INFINITY, tone: 'good' },
]

/** How many of these times are in each class, in its order. */
export const inClasses = (classes: readonly AgeClass[], times: readonly Millis[]): number[] => {
  const counts = classes.map(() => 0)
  for (const time of times) {
    const at = classes.findIndex(({ below }) => time < below)
    if (at >= 0) counts[at] = (counts[at] ?? 0) + 1
  }
  return counts
}

/** The words of ages, as they are told of each kind of work. */
export type AgeWords = Texts<Record<AgeClass['name'], string>>

/** The name of the choice of an age, in addresses. */
const AGE = 'age'

/** The age that an address chooses, if it does. */
const chosenIn = (classes: readonly AgeClass[], query: URLSearchParams): AgeClass | undefined =>
  classes.find(({ name }) => name === query.get(AGE))

/** The list of those of one age. */
export const ofAge = (path: string, { name }: Pick<AgeClass, 'name'>, more = ''): string =>
  `${path}?${more}${AGE}=${name}`

/** Of these, those of the age that an address chooses; all where it chooses none. */
export const inChosen = <Row>(
  classes: readonly AgeClass[],
  query: URLSearchParams,
  rows: readonly Row[],
  time: (row: Row) => Millis | undefined,
): readonly Row[] => {
  const chosen = chosenIn(classes, query)
  if (!chosen) return rows
  return rows.filter((row) => {
    const its = time(row)
    return its !== undefined && classes.find(({ below }) => its < below) === chosen
  })
}

/** The choice among ages, in the address; the first is all of them. */
export const ageFilter = (
  label: string,
  all: string,
  classes: readonly AgeClass[],
  words: Record<AgeClass['name'], string>,
): Filter => ({
  name: AGE,
  label,
  options: [{ value: '', text: all }, ...classes.map(({ name }) => ({ value: name, text: words[name] }))],
})

/** Since when a refund is owed. */
export const refundAgeWords = texts(
  { later: '1 小时内', today: '12 小时内', soon: '24 小时内', past: '超过 24 小时' },
  { later: 'below 1 hour', today: 'below 12 hours', soon: 'below 24 hours', past: 'over 24 hours' },
)

/** What is left of the time to act on a complaint. */
export const clockWords = texts(
  { past: '已超时', soon: '不到 4 小时', today: '不到 24 小时', later: '24 小时以上' },
  { past: 'late', soon: 'below 4 hours', today: 'below 24 hours', later: '24 hours or more' },
)

/** What the choice among ages is called. */
export const ageTexts = texts({ age: '时间', all: '全部' }, { age: 'Time', all: 'All' })
