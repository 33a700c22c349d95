import { takeToken } from '../../shared/router/link-token.ts'

/**
 * The code that was scanned, as long as nobody has decided. It outlives the page, in this tab alone: signing in with WeChat leads away
 * from it. It lets nobody in.
 */
const NAME = 'shiming-scan'

/** Forgets it. */
export const forgetCode = (): void => {
  try {
    sessionStorage.removeItem(NAME)
  } catch {}
}

const kept = (): string | undefined => {
  try {
    return sessionStorage.getItem(NAME) ?? undefined
  } catch {
    return undefined
  }
}

const CODE = /^[\w-]{43}$/

/**
 * The code by which somebody came, out of the address at once; undefined for none. Whoever comes back from WeChat has its own word in the
 * address, and the code that was kept.
 */
export const bringCode = (): string | undefined => {
  const token = takeToken(window)
  if (token === undefined || !CODE.test(token)) return kept() ?? token
  try {
    sessionStorage.setItem(NAME, token)
  } catch {}
  return token
}
