import * as z from 'zod/mini'
import { type Route, route } from '../../shared/http/route.ts'
import { consolePaths } from './console-paths.ts'
import { pagePaths } from './page-paths.ts'

const served = { fn: 'pages-serve', method: 'GET', caller: 'anyone' } as const

/** One row for each page. Users' are all the same file, operators' another: it finds out by its address what to show. */
export const openPageRoutes = [...pagePaths, ...consolePaths].map((path) =>
  route({
    ...served,
    path,
    name: `page ${path}`,
    summary: 'A page, for people',
    answers: { 200: z.string(), 304: null },
    problems: ['route_unknown'],
  }),
)

export const assetRoute = route({
  ...served,
  path: '/assets/{file}',
  name: 'page asset',
  summary: 'What a page loads; its name changes with its content, so it may be kept for ever',
  answers: { 200: z.string(), 304: null },
  problems: ['not_found'],
})

/** Beside the pages of the sandbox stage; no other has it, nor the function that answers it. */
export const phoneFileRoute = route({
  fn: 'pages-phone',
  method: 'GET',
  caller: 'anyone',
  path: '/sandbox/phone/{file}',
  name: 'phone file',
  summary: 'The pretend phone beside the pages: its code and its looks',
  answers: { 200: z.string(), 304: null },
  problems: ['not_found'],
  sandboxOnly: true,
})

/**
 * What is served to people. Not part of the API, and so neither in its table nor in its description; each page has a route of its own,
 * so that it shares no throttle with strangers' scans.
 */
export const pageRoutes: readonly Route[] = [...openPageRoutes, assetRoute, phoneFileRoute]
