import type { ReactNode } from 'react'
import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { controlTexts } from '../controls/texts.ts'
import { withQuery } from './address.ts'
import { sorted, sortIn, sortOf } from './sort.ts'

/** A column of a table. */
export type Column<Row> = {
  /** Stands in the address where it is sorted by. */
  name: string
  head: string
  cell: (row: Row) => ReactNode
  /** What it is sorted by, where it can be. */
  sort?: ((row: Row) => number | string) | undefined
  /** Numbers and amounts end on one line. */
  end?: boolean
  /** Left out on a narrow screen; never what one decides by. */
  wideOnly?: boolean
}

type TableProps<Row> = {
  caption: string
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  keyOf: (row: Row) => string
  /** The page of a row: its first column leads there; undefined of a row that has none. */
  to?: ((row: Row) => string | undefined) | undefined
  /** Where it stands, so that the order is in the address; without, it is not sorted. */
  place?: { path: string; query: URLSearchParams } | undefined
  /** What to say where there is no row. */
  empty: string
  /** There are more on other pages, so an order holds for this one alone. */
  isPart?: boolean
}

/** On a narrow screen rows stand as cards. What is drawn so is no table to every browser, so each part says what it is. */
const is = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  head: { role: 'columnheader', scope: 'col' },
  cell: { role: 'cell' },
} as const

const classOf = <Row,>({ end, wideOnly }: Column<Row>, also?: string): string | undefined =>
  [end && 'end', wideOnly && 'wide-only', also].filter(Boolean).join(' ') || undefined

type HeadProps<Row> = { column: Column<Row>; place: TableProps<Row>['place'] }

const Head = <Row,>({ column, place }: HeadProps<Row>) => {
  const texts = useTexts(controlTexts)
  if (!place || !column.sort)
    return (
      <th {...is.head} className={classOf(column)}>
        {column.head}
      </th>
    )
  const now = sortIn(place.query)
  const isUp = now?.name === column.name ? now.isUp : undefined
  const to = withQuery(place, { sort: sortOf({ name: column.name, isUp: isUp !== true }) })
  return (
    <th
      {...is.head}
      className={classOf(column, 'sorts')}
      aria-sort={isUp === undefined ? 'none' : isUp ? 'ascending' : 'descending'}
    >
      <Link to={to} replace className="sort">
        {column.head}
        <span className="sort-mark" data-up={isUp} aria-hidden="true" />
        <span className="only-heard">{texts.sort}</span>
      </Link>
    </th>
  )
}

type CellProps<Row> = { column: Column<Row>; row: Row; to: string | undefined }

/** Beside its column's head on a narrow screen; nothing is drawn there of one that is empty. */
const Cell = <Row,>({ column, row, to }: CellProps<Row>) => {
  const shown = column.cell(row)
  return (
    <td {...is.cell} className={classOf(column)} data-head={column.head}>
      {to === undefined ? (
        <div className="cell">{shown}</div>
      ) : (
        <Link to={to} className="row-link">
          {shown}
        </Link>
      )}
    </td>
  )
}

/** Rows to compare and to go on from; j and k go along them. On a narrow screen each is a card. */
export const Table = <Row,>({ caption, rows, columns, keyOf, to, place, empty, isPart = false }: TableProps<Row>) => {
  const texts = useTexts(controlTexts)
  if (rows.length === 0) return <p className="card empty">{empty}</p>
  const order = place && sortIn(place.query)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
    <section className="card scrolls" aria-label={caption} tabIndex={0}>
      <table {...is.table} className="rows stacks">
        <caption className="only-heard">{caption}</caption>
        <thead {...is.group}>
          <tr {...is.row}>
            {columns.map((column) => (
              <Head key={column.name} column={column} place={place} />
            ))}
          </tr>
        </thead>
        <tbody {...is.group}>
          {sorted(rows, columns, order).map((row) => (
            <tr key={keyOf(row)} {...is.row} data-row={to?.(row) === undefined ? undefined : true}>
              {columns.map((column, at) => (
                <Cell key={column.name} column={column} row={row} to={at === 0 ? to?.(row) : undefined} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {isPart && order !== undefined && <p className="quiet part">{texts.sortedPart}</p>}
    </section>
  )
}
