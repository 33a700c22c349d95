import type { Answer } from '../../shared/http/answer.ts'
import { type Outcome, ok, refused } from '../../shared/kernel/outcome.ts'
import { answerFile, type BuiltFile } from '../front/answer-file.ts'
import { type Served, servedUnder, unknownRefusal } from '../front/unknown.ts'
import { consolePaths, isOfConsole } from './console-paths.ts'
import { asksForHtml, takesPage } from './for-people.ts'
import { assetHeaders, type PageHeaders, permissionsPolicy, phoneFileHeaders } from './page-headers.ts'
import { pagePaths } from './page-paths.ts'

/** The pages of users and of operators, the files they load by their names, and what else this service has under which address. */
export type PageDeps = {
  page: Readonly<Record<keyof PageHeaders, BuiltFile>>
  headers: PageHeaders
  file(name: string): BuiltFile | undefined
  /** The files that a page needs besides those of every page, by its address as routes have it. */
  ahead: Readonly<Record<string, readonly string[]>>
  served: readonly Served[]
}

/** What is looked at of a request: path decoded, names of headers in lower case. */
export type PageAsked = { method: string; path: string; headers: Readonly<Record<string, string | undefined>> }

/** Browsers get a page where programs get a problem, so what is kept of one must not be given to the other. */
const VARY = 'accept, accept-encoding'

const pageAnswer = async ({ page, headers: said }: PageDeps, { path, headers }: PageAsked): Promise<Answer> => {
  const whose = isOfConsole(path) ? 'console' : 'user'
  const answer = await answerFile(page[whose], headers, said[whose])
  return { ...answer, headers: { ...answer.headers, 'permissions-policy': permissionsPolicy(path), vary: VARY } }
}

/** Has a browser fetch files with the page that it would only learn of when the first script has run: on a phone half a second later. After what every page needs. */
const linkHeader = (files: readonly string[]): Record<string, string> => ({
  link: files.map((file) => `</${file}>; rel=modulepreload; fetchpriority=low`).join(', '),
})

const pages: readonly Served[] = [...pagePaths, ...consolePaths].map((path) => ({ path, methods: ['GET'] }))

/** The page, under an address that is one of a page. */
export const answerPage = async (deps: PageDeps, asked: PageAsked): Promise<Outcome<Answer>> => {
  if (!takesPage({ method: asked.method, accept: asked.headers.accept })) return refused('route_unknown')
  const answer = await pageAnswer(deps, asked)
  const [page] = servedUnder(pages, asked.path)
  const ahead = page && deps.ahead[page.path]
  return ok({ ...answer, headers: { ...answer.headers, ...(ahead && linkHeader(ahead)) } })
}

const answerFileOf = async (
  file: BuiltFile | undefined,
  more: Record<string, string> | undefined,
  headers: PageAsked['headers'],
): Promise<Outcome<Answer>> => (file && more ? ok(await answerFile(file, headers, more)) : refused('not_found'))

/**
 * A file that a page loads. One that is not there is no page: what belongs to a release that is gone must fail so that it is
 * noticed, and not be read as a script.
 */
export const answerAsset = (
  deps: Pick<PageDeps, 'file'>,
  name: string,
  headers: PageAsked['headers'],
): Promise<Outcome<Answer>> => answerFileOf(deps.file(name), assetHeaders(name), headers)

/** A file of the sandbox's phone. */
export const answerPhoneFile = (
  file: PageDeps['file'],
  name: string,
  headers: PageAsked['headers'],
): Promise<Outcome<Answer>> => answerFileOf(file(name), phoneFileHeaders(name), headers)

/** What no route serves: browsers get the page, which says so in the visitor's language and leads on; programs get the problem. */
export const answerUnknown = async (deps: PageDeps, asked: PageAsked): Promise<Outcome<Answer>> => {
  // The gateway has no routes for HEAD.
  if (asked.method === 'HEAD' && servedUnder(pages, asked.path).length > 0) return answerPage(deps, asked)
  const refusal = unknownRefusal(deps.served, asked.path)
  const isPage = refusal.code === 'route_unknown' && asksForHtml({ method: asked.method, accept: asked.headers.accept })
  if (!isPage) return { ok: false, refusal }
  // Never 304: that would say the page is still there.
  const { 'if-none-match': _known, ...headers } = asked.headers
  return ok({ ...(await pageAnswer(deps, { ...asked, headers })), status: 404 })
}
