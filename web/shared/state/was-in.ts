/** What is kept on the device under this name, as long as somebody is signed in; nothing that says who. */
const NAME = 'shiming-in'

/** Whether somebody was signed in on this device when it was last heard: for what is shown before a page has heard anything itself. */
export const wasIn = (): boolean => {
  try {
    return localStorage.getItem(NAME) !== null
  } catch {
    // A private window may refuse storage altogether.
    return false
  }
}

/** Notes it for pages to come. */
export const keepWhetherIn = (isIn: boolean): void => {
  try {
    if (isIn) localStorage.setItem(NAME, '1')
    else localStorage.removeItem(NAME)
  } catch {}
}
