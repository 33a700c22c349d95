import type { Route } from '../shared/http/route.ts'

/**
 * A route of the gateway, and the rows of the route table that it leads to: one, or all of a function beneath a path. HTTP APIs take 300
 * routes; behind a door the function finds the row by method and path, as the gateway does (shared/http/door.ts).
 */
export type Door = { method: Route['method']; path: string; rows: readonly Route[] }

/** Between the path of a door and whatever is beneath it. */
const BENEATH = '/{proxy+}'

type Doors = readonly string[]

/**
 * The routes of a function as the gateway has them: one for each row, but for those beneath its doors (`own`) one for each door. What is
 * beneath a deeper door of another function (`all`), or is greedy itself, stays a route of its own: the gateway chooses that first.
 */
export const doorsOf = (routes: readonly Route[], own: Doors, all: Doors = own): Door[] => {
  const doorTo = ({ path }: Route): string | undefined => {
    const nearest = all.filter((door) => path.startsWith(`${door}/`)).toSorted((a, b) => b.length - a.length)[0]
    return path.includes('+}') ? undefined : own.find((door) => door === nearest)
  }
  const byDoor = Map.groupBy(routes, doorTo)
  return [...byDoor].flatMap(([door, rows]): Door[] =>
    door === undefined
      ? rows.map((row) => ({ method: row.method, path: row.path, rows: [row] }))
      : [{ method: 'ANY', path: `${door}${BENEATH}`, rows }],
  )
}
