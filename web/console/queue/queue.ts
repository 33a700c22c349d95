import type { Right } from '../../../functions/operators/rights.ts'
import type { ConsolePath } from '../../../functions/pages/console-paths.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import type { Column } from '../lists/table.tsx'

/** What is asked of a list: which page of it, how much, and what stands in the address. */
export type ListAsked = {
  cursor?: string | undefined
  limit: number
  query: URLSearchParams
  language: Language
  signal?: AbortSignal | undefined
}

/** One page of a list. `unreadable` names items that the service could not read. */
export type ListPage<Row> = { rows: readonly Row[]; nextCursor: string | null; unreadable?: readonly string[] }

/** A choice among words that stands in the address under `name`; the first is what holds without one. */
export type Filter = {
  name: string
  label: string
  options: readonly { value: string; text: string }[]
}

/** What is said of a queue. `empty`: when nothing waits, which is good news; not of a list that was filtered. */
export type QueueTexts = Readonly<Record<Language, { name: string; lead: string; empty: string }>>

/** A kind of work that waits for people: a list, the page where one of it is done, and who may. */
export type Queue<Row> = {
  /** Stands in addresses, so it does not change: `refunds`. */
  name: string
  /** Where the list is. */
  path: ConsolePath
  right: Right
  /** What it takes to deal with one; whoever may only look is told who does. */
  work: Right
  texts: QueueTexts
  /** Without a query, and from the beginning, what waits: it is counted, and the next is taken from it. */
  list: (asked: ListAsked) => Promise<ListPage<Row>>
  /** Names one among all of its kind, as its page does. */
  keyOf: (row: Row) => string
  /** The page where it is dealt with. */
  to: (row: Row) => string
  /** The first column leads to that page. `query`: what the list is filtered by. */
  columns: (language: Language, query: URLSearchParams) => readonly Column<Row>[]
  filters?: ((language: Language) => readonly Filter[]) | undefined
  /** Until when it has to be done, where there is a time (RFC 3339). */
  dueAt?: ((row: Row) => string | null) | undefined
  /** Since when it waits. */
  since: (row: Row) => string
  /** Takes what comes after that one, or the most urgent of all, for whoever asks, where work is taken before it is done; undefined where there is none. */
  takeNext?: ((current?: string) => Promise<Row | undefined>) | undefined
  /** How many pieces of work a row stands for; one, unless said. */
  amount?: ((row: Row) => number) | undefined
}

/** How much waits. `isMore`: there is more than was counted. */
export type Count = {
  count: number
  isMore: boolean
  /** The time by which the first has to be done, and since when the oldest waits. */
  dueFirst: string | undefined
  oldest: string | undefined
}

/** A queue without the form of its rows: what a table of them, the frame and the next need. */
export type AnyQueue = Pick<Queue<never>, 'name' | 'path' | 'right' | 'work' | 'texts'> & {
  /** Of the address of a case or a list only what the list was filtered by. */
  filtered(query: URLSearchParams): URLSearchParams
  count(language: Language, signal?: AbortSignal): Promise<Count>
  /** The address of what comes after that one, or of the first other; undefined where nothing else waits. */
  next(current: string, language: Language, query?: URLSearchParams): Promise<string | undefined>
}

/** Enough to show how much there is; whoever has more has enough to do. */
const COUNTED = 50

const first = (times: readonly (string | null | undefined)[]): string | undefined =>
  times.filter((time) => typeof time === 'string').sort((one, other) => Date.parse(one) - Date.parse(other))[0]

const filteredBy = <Row>(queue: Pick<Queue<Row>, 'filters'>, query: URLSearchParams): URLSearchParams =>
  new URLSearchParams(
    (queue.filters?.('zh') ?? []).flatMap(({ name }) => {
      const value = query.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )

/** The address of a case, which knows by it of which queue it is, and by what `query` its list was filtered. */
export const caseAddress = <Row>(queue: Queue<Row>, row: Row, query = new URLSearchParams()): string => {
  const to = queue.to(row)
  const of = new URLSearchParams([['queue', queue.name], ...filteredBy(queue, query)])
  return `${to}${to.includes('?') ? '&' : '?'}${of}`
}

/** What follows a key in a list, or the first that is another. */
const rowAfter = <Row>(rows: readonly Row[], keyOf: (row: Row) => string, current: string): Row | undefined => {
  const at = rows.findIndex((row) => keyOf(row) === current)
  return rows[at + 1] ?? rows.find((row) => keyOf(row) !== current)
}

/** The row of the table of queues for one of them. */
export const queueRow = <Row>(queue: Queue<Row>): AnyQueue => {
  const begin = (language: Language, signal?: AbortSignal, query = new URLSearchParams()): Promise<ListPage<Row>> =>
    queue.list({ limit: COUNTED, query, language, signal })
  const { name, path, right, work, texts, takeNext } = queue
  /** Among what somebody has filtered they look around: nothing is taken there. */
  const after = async (current: string, language: Language, query: URLSearchParams): Promise<Row | undefined> =>
    takeNext && query.size === 0
      ? takeNext(current)
      : rowAfter((await begin(language, undefined, query)).rows, queue.keyOf, current)
  const filtered = (query: URLSearchParams): URLSearchParams => filteredBy(queue, query)
  return {
    ...{ name, path, right, work, texts, filtered },
    async count(language, signal) {
      const { rows, nextCursor } = await begin(language, signal)
      return {
        count: rows.reduce((sum, row) => sum + (queue.amount?.(row) ?? 1), 0),
        isMore: nextCursor !== null,
        dueFirst: first(rows.map((row) => queue.dueAt?.(row))),
        oldest: first(rows.map(queue.since)),
      }
    },
    async next(current, language, query = new URLSearchParams()) {
      const row = await after(current, language, filtered(query))
      return row === undefined ? undefined : caseAddress(queue, row, query)
    },
  }
}
