import { takeToken } from './link-token.ts'

/** What opens something once, as long as nobody has done it. */
export type KeptToken = {
  /** The token by which somebody came, out of the address at once; else the one before; undefined for none. */
  bring(): string | undefined
  forget(): void
}

/**
 * A token that outlives the page, in this tab alone: signing in may lead away from it. What has another form is not kept, and answered only where
 * nothing is.
 */
export const keptToken = (name: string, form: RegExp): KeptToken => {
  const kept = (): string | undefined => {
    try {
      return sessionStorage.getItem(name) ?? undefined
    } catch {
      return undefined
    }
  }
  return {
    bring() {
      const token = takeToken(window)
      if (token === undefined || !form.test(token)) return kept() ?? token
      try {
        sessionStorage.setItem(name, token)
      } catch {}
      return token
    },
    forget() {
      try {
        sessionStorage.removeItem(name)
      } catch {}
    },
  }
}
