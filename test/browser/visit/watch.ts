import type { BrowserContext, ConsoleMessage, Page, Request, Response } from 'playwright-core'
import { leaksIn } from '../../flows/canaries.ts'
import { type Told, tellOf } from './told.ts'

/** Looks over the shoulder of every page of a context. */
export type Watch = {
  /** This request fails because the test makes it fail. */
  asked(request: Request): void
  /** What matches is what the test is about. Where nothing does in the end, that is a fault too. */
  expect(fault: RegExp): void
  /** In words, what pages did that no page may do. Asked once, while the pages are still open. */
  faults(): Promise<string[]>
}

/** What a page gave up by itself: it was left, or changed its mind. */
const GIVEN_UP = 'net::ERR_ABORTED'
/** Comes of nothing but `setOffline`, so a test asked for it. */
const OFFLINE = 'net::ERR_INTERNET_DISCONNECTED'
/** How the console says what the watch knows from the request itself. */
const ABOUT_REQUEST = 'Failed to load resource'
/** A refusal is an answer of the API; a picture or a script that is refused is missing. */
const ASKED_BY_SCRIPT = ['fetch', 'xhr']

const isElsewhere = (url: string, site: string): boolean => {
  const { protocol, origin } = new URL(url)
  return ['http:', 'https:', 'ws:', 'wss:'].includes(protocol) && origin !== new URL(site).origin
}

/** The sandbox's phone asks for the texts and e-mails of somebody as testers do; it is asked by a script and is in no history. */
const isOfPhone = (url: string): boolean => ['/sandbox/sms', '/sandbox/mails'].includes(new URL(url).pathname)

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Runs in the page: everything that stays in the browser after it is closed, and its title, which is in the history. */
const kept = async (): Promise<Told[]> => {
  const databases = await indexedDB.databases()
  return [
    ...Object.entries(localStorage).map(([name, value]) => ({ what: 'local storage', text: `${name}=${value}` })),
    ...Object.entries(sessionStorage).map(([name, value]) => ({ what: 'session storage', text: `${name}=${value}` })),
    ...databases.map(({ name = '' }) => ({ what: 'IndexedDB', text: name })),
    { what: 'state of the history', text: JSON.stringify(history.state) ?? '' },
    { what: 'title', text: document.title },
    { what: 'name of the window', text: window.name },
  ]
}

/** A page on its way to another has neither the old one's state nor the new one's: what counts is where it arrives. */
const LEFT = /Execution context was destroyed|Cannot find context/

const keptInPage = async (page: Page, site: string): Promise<Told[]> => {
  // A page of the browser's own, as after a lost connection, has no storage.
  while (!page.isClosed() && page.url().startsWith(site)) {
    try {
      return await page.evaluate(kept)
    } catch (error) {
      if (!LEFT.test(String(error))) throw error
      await page.waitForLoadState()
    }
  }
  return []
}

const keptIn = async (context: BrowserContext, site: string): Promise<Told[]> => {
  const told: Told[] = []
  for (const { name, value } of await context.cookies()) told.push({ what: 'cookie', text: `${name}=${value}` })
  for (const page of context.pages()) told.push(...(await keptInPage(page, site)))
  return told
}

const identityIn = (told: readonly Told[]): string[] => {
  const places = new Map<string, string>()
  for (const { what, text } of told) places.set(what, `${places.get(what) ?? ''}\n${text}\n${decoded(text)}`)
  return leaksIn(places).map((leak) => `plain identity in ${leak}`)
}

const faultOfConsole = (message: ConsoleMessage): string | undefined =>
  message.type() === 'error' && !message.text().startsWith(ABOUT_REQUEST) ? `console: ${message.text()}` : undefined

const faultOfAnswer = (response: Response): string | undefined => {
  const status = response.status()
  const request = response.request()
  const isRefusal = status < 500 && ASKED_BY_SCRIPT.includes(request.resourceType())
  return status < 400 || isRefusal ? undefined : `${status} for ${request.method()} ${response.url()}`
}

const faultOfFailure = (request: Request): string | undefined => {
  const why = request.failure()?.errorText ?? 'failed'
  return [GIVEN_UP, OFFLINE].includes(why) ? undefined : `${why} for ${request.method()} ${request.url()}`
}

const watching = new WeakMap<BrowserContext, Watch>()

/** The watch over a page. Throws for a page that was opened by other means than the fixtures'. */
export const watchOver = (page: Page): Watch => {
  const found = watching.get(page.context())
  if (!found) throw new Error('nobody watches this page: open it by the fixture `open`')
  return found
}

/** Begins to watch a context in which no page is open yet; its pages are of `site`, an address without a path. */
export const watch = async (context: BrowserContext, site: string): Promise<Watch> => {
  const found: string[] = []
  const told: Told[] = []
  const expected: RegExp[] = []
  const asked = new WeakSet<Request>()
  const note = (fault: string | undefined): void => {
    if (fault !== undefined) found.push(fault)
  }
  await tellOf(context, (one) => (one.what === 'CSP' ? note(`CSP: ${one.text}`) : told.push(one)))
  context.on('console', (message) => note(faultOfConsole(message)))
  context.on('weberror', (error) => note(`thrown: ${error.error().message}`))
  context.on('request', (request) => {
    if (!isOfPhone(request.url())) told.push({ what: 'address', text: request.url() })
    if (isElsewhere(request.url(), site)) note(`asks elsewhere: ${request.method()} ${request.url()}`)
  })
  context.on('response', (response) => asked.has(response.request()) || note(faultOfAnswer(response)))
  context.on('requestfailed', (request) => {
    if (!asked.has(request) && !isElsewhere(request.url(), site)) note(faultOfFailure(request))
  })
  context.on('page', (page) => {
    page.on('crash', () => note('the page crashed'))
    page.on('framenavigated', (frame) => told.push({ what: 'address', text: frame.url() }))
  })
  const one: Watch = {
    asked: (request) => void asked.add(request),
    expect: (fault) => void expected.push(fault),
    async faults() {
      const stays = await keptIn(context, site)
      const all = [...new Set([...found, ...identityIn([...told, ...stays])])]
      const missing = expected.filter((fault) => !all.some((text) => fault.test(text)))
      const unexpected = all.filter((text) => !expected.some((fault) => fault.test(text)))
      return [...unexpected, ...missing.map((fault) => `expected, and did not happen: ${fault}`)]
    },
  }
  watching.set(context, one)
  return one
}
