const NAME = 'shiming-step'

/** Where the step stands that a confirmation by face is about, in this tab alone. */
export const keepStep = (action: string, path: string): void => {
  try {
    sessionStorage.setItem(NAME, JSON.stringify([action, path]))
  } catch {}
}

/** The page with that step; undefined where this tab knows of none. */
export const pageOfStep = (action: string): string | undefined => {
  try {
    const [kept, path] = JSON.parse(sessionStorage.getItem(NAME) ?? '[]')
    return kept === action && typeof path === 'string' && path.startsWith('/developer/') ? path : undefined
  } catch {
    return undefined
  }
}
