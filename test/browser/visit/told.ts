import type { BrowserContext } from 'playwright-core'

/** Something a page did: where, and the text that it left there. */
export type Told = { what: string; text: string }

const BINDING = '__told'

/**
 * Runs in the page before its own scripts. What is written and taken away again before the end of a test is told here; what stays
 * is looked at in the end.
 */
const inPage = (binding: string): void => {
  const scope = window as unknown as Record<string, ((told: Told) => void) | undefined>
  const tell = (what: string, value: unknown): void => scope[binding]?.({ what, text: String(value) })
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
    tell('CSP', `${effectiveDirective} refuses ${blockedURI} (${sourceFile || location.href}:${lineNumber})`),
  )
  const write = Storage.prototype.setItem
  Storage.prototype.setItem = function (name, value) {
    tell(this === localStorage ? 'local storage' : 'session storage', `${name}=${value}`)
    write.call(this, name, value)
  }
  for (const name of ['pushState', 'replaceState'] as const) {
    const move = history[name]
    history[name] = function (state, title, url) {
      tell('state of the history', JSON.stringify(state))
      move.call(this, state, title, url)
    }
  }
}

/** Has every page of the context tell what it does. */
export const tellOf = async (context: BrowserContext, hear: (told: Told) => void): Promise<void> => {
  await context.exposeBinding(BINDING, (_source, told: Told) => hear(told))
  await context.addInitScript(inPage, BINDING)
}
