import { useLanguage } from '../../shared/language.ts'
import { Read } from '../../shared/state/read.tsx'
import type { ListAsked, ListPage } from '../queue/queue.ts'
import { useResource } from '../service.ts'
import { cursorsIn } from './address.ts'
import { Paging } from './paging.tsx'
import { type Column, Table } from './table.tsx'
import { Unreadable } from './unreadable.tsx'

/** Rows on a page of a list. */
const LIMIT = 25

type ListProps<Row> = {
  /** What it is a list of, among everything the page reads. */
  name: string
  path: string
  query: URLSearchParams
  list: (asked: ListAsked) => Promise<ListPage<Row>>
  columns: readonly Column<Row>[]
  keyOf: (row: Row) => string
  to?: (row: Row) => string
  caption: string
  empty: string
}

/** A list of the service, page by page; filters, order and page stand in the address. */
export const List = <Row,>({ name, path, query, list, columns, keyOf, to, caption, empty }: ListProps<Row>) => {
  const language = useLanguage()
  const place = { path, query }
  // Its order is none of the service's business.
  const asked = new URLSearchParams(query)
  asked.delete('sort')
  const cursor = cursorsIn(query).at(-1)
  const page = useResource(`${name} ${asked}`, (signal) => list({ cursor, limit: LIMIT, query, language, signal }))
  return (
    <Read of={page}>
      {({ rows, nextCursor, unreadable = [] }) => (
        <div className="stack">
          <Unreadable keys={unreadable} />
          <Table
            caption={caption}
            rows={rows}
            columns={columns}
            keyOf={keyOf}
            to={to}
            place={place}
            empty={empty}
            isPart={nextCursor !== null || cursor !== undefined}
          />
          <Paging place={place} next={nextCursor} />
        </div>
      )}
    </Read>
  )
}
