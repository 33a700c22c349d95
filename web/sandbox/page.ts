import { normaliseEmail } from '../../functions/person/email.ts'
import { normalisePhone } from '../../functions/person/phone.ts'
import { type Store, store } from '../shared/store.ts'

/** What a page may ask for. */
export const kinds = ['name', 'idNumber', 'phone', 'code'] as const
export type Kind = (typeof kinds)[number]

/** By what browsers know it, too. */
const fields: Record<Kind, string> = {
  name: 'input[autocomplete="name"]',
  idNumber: 'input[name="id-number"]',
  phone: 'input[autocomplete="tel-national"]',
  code: 'input[autocomplete="one-time-code"]',
}

/** What is on the page, as somebody sees who looks at it: fields there are and those that are empty, and what its QR code says. */
export type Seen = {
  there: Kind[]
  empty: Kind[]
  code: string | undefined
  number: string | undefined
  /** The address that was typed last where one is asked for. */
  email: string | undefined
}

const isSeen = (element: HTMLElement): boolean => element.offsetParent !== null

const inputOf = (kind: Kind): HTMLInputElement | undefined =>
  [...document.querySelectorAll<HTMLInputElement>(`#page ${fields[kind]}`)].find(
    (input) => isSeen(input) && !input.disabled && !input.readOnly,
  )

let lastNumber: string | undefined

/** The number that was typed last stays in use when its field is gone: the next page is about it. In memory only. */
const numberNow = (): string | undefined => {
  const typed = normalisePhone(inputOf('phone')?.value ?? '')
  if (typed.ok) lastNumber = typed.value
  return lastNumber
}

let lastEmail: string | undefined

/** The same of an e-mail address. */
const emailNow = (): string | undefined => {
  const typed = normaliseEmail(document.querySelector<HTMLInputElement>('#page input[type="email"]')?.value ?? '')
  if (typed.ok) lastEmail = typed.value
  return lastEmail
}

const look = (): Seen => {
  const there = kinds.filter((kind) => inputOf(kind) !== undefined)
  const codes = [...document.querySelectorAll<SVGElement>('#page .qr[data-text]')]
  const code = codes.find((one) => one.getClientRects().length > 0)?.dataset.text
  return {
    there,
    empty: there.filter((kind) => inputOf(kind)?.value === ''),
    code,
    number: numberNow(),
    email: emailNow(),
  }
}

/** Looks at the page, again whenever it changes. */
export const watchPage = (): Store<Seen> => {
  const seen = store(look())
  const again = (): void => {
    const now = look()
    if (JSON.stringify(now) !== JSON.stringify(seen.get())) seen.set(now)
  }
  const page = document.getElementById('page')
  if (page) {
    const attributeFilter = ['hidden', 'data-text', 'disabled', 'open']
    new MutationObserver(again).observe(page, { childList: true, subtree: true, attributes: true, attributeFilter })
    page.addEventListener('input', again)
  }
  return seen
}

const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set

/** Fills in as a browser does: the page hears that something was typed. Answers whether there was a field for it. */
const fillIn = (kind: Kind, text: string): boolean => {
  const input = inputOf(kind)
  if (!input) return false
  if (input.value === text) return true
  // React has a property of its own over it, by which it would take this for what it wrote itself.
  write?.call(input, text)
  input.dispatchEvent(new Event('input', { bubbles: true }))
  return true
}

/** Fills in whatever of it there are fields for; answers which these were. The page is scrolled to the last of them. */
export const fill = (texts: Partial<Record<Kind, string>>): Kind[] => {
  const filled = kinds.filter((kind) => texts[kind] !== undefined && fillIn(kind, texts[kind]))
  const last = filled.at(-1)
  if (last) inputOf(last)?.scrollIntoView({ block: 'center' })
  return filled
}

/** As when somebody comes back to the page from another app: it reads anew what the service keeps. */
export const lookAgain = (): void => void document.dispatchEvent(new Event('visibilitychange'))

/** Tells when an address that ends so has answered the page what it asked for, and how long ago that was asked, in ms. */
export const onAnswered = (path: RegExp, heard: (ago: number) => void): (() => void) => {
  const watch = new PerformanceObserver((list) => {
    // Older browsers do not tell what the answer was.
    for (const entry of list.getEntries() as PerformanceResourceTiming[])
      if (path.test(entry.name) && (entry.responseStatus ?? 0) < 400) heard(performance.now() - entry.startTime)
  })
  watch.observe({ type: 'resource', buffered: false })
  return () => watch.disconnect()
}
