import { pageRoutes } from './pages/pages.route.ts'
import { routes } from './routes.ts'

/** The methods of a path; `sandboxOnly` where no other stage has it. */
export type PathMethods = { path: string; methods: readonly string[]; sandboxOnly: boolean }

/**
 * Every path of the service and what it can be asked for. The bundle has the list itself in the place of this file
 * (infra/bundle.ts), and not all schemas of all routes.
 */
export const paths: readonly PathMethods[] = [...Map.groupBy([...routes, ...pageRoutes], ({ path }) => path)].map(
  ([path, rows]) => ({
    path,
    methods: rows.map(({ method }) => method),
    sandboxOnly: rows.every(({ sandboxOnly }) => sandboxOnly === true),
  }),
)
