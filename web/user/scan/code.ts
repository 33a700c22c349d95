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

/** The code by which somebody came, out of the address at once; undefined for none. */
export const bringCode = (): string | undefined => {
  const code = takeToken(window)
  if (code === undefined) return kept()
  try {
    sessionStorage.setItem(NAME, code)
  } catch {}
  return code
}
