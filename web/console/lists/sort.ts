/** By which column rows stand, and whether the least comes first. */
export type Sort = { name: string; isUp: boolean }

/** The order that an address asks for: `sort=amount`, `sort=-amount`; undefined for the list's own. */
export const sortIn = (query: URLSearchParams): Sort | undefined => {
  const [, down, name] = /^(-?)([\w-]+)$/.exec(query.get('sort') ?? '') ?? []
  return name === undefined ? undefined : { name, isUp: down === '' }
}

/** An order as it stands in an address. */
export const sortOf = ({ name, isUp }: Sort): string => `${isUp ? '' : '-'}${name}`

type Sorting<Row> = { name: string; sort?: ((row: Row) => number | string) | undefined }

/** Rows in that order, equal ones as they stood; as they are where no column can be sorted so. */
export const sorted = <Row>(
  rows: readonly Row[],
  columns: readonly Sorting<Row>[],
  order: Sort | undefined,
): readonly Row[] => {
  const by = columns.find(({ name }) => name === order?.name)?.sort
  if (!by || !order) return rows
  const compare = (one: number | string, other: number | string): number =>
    typeof one === 'number' && typeof other === 'number' ? one - other : String(one).localeCompare(String(other))
  return [...rows].sort((one, other) => compare(by(one), by(other)) * (order.isUp ? 1 : -1))
}
