/** What is used of the browser. */
type Presses = {
  addEventListener(type: string, listener: () => void, options: { capture: boolean }): void
  removeEventListener(type: string, listener: () => void, options: { capture: boolean }): void
}

const CAPTURE = { capture: true }
const ENDS = ['pointerup', 'pointercancel']

/**
 * Puts off what follows from leaving a field until the press that left it is over. A field is left while the finger is still on a button
 * below: an error that appeared then would move the button away, and the press would come to nothing.
 */
export const pressesOf = (browser: Presses): ((then: () => void) => void) => {
  let isDown = false
  const set = (to: boolean) => (): void => {
    isDown = to
  }
  browser.addEventListener('pointerdown', set(true), CAPTURE)
  for (const end of ENDS) browser.addEventListener(end, set(false), CAPTURE)
  return (then) => {
    // A touch ends before it is told as a press, so that a moment is waited in any case.
    if (!isDown) return void setTimeout(then)
    const ended = (): void => {
      for (const end of ENDS) browser.removeEventListener(end, ended, CAPTURE)
      setTimeout(then)
    }
    for (const end of ENDS) browser.addEventListener(end, ended, CAPTURE)
  }
}

let opened: ReturnType<typeof pressesOf> | undefined

/** The same of this window, which listens from the first form on. */
export const presses = (): ReturnType<typeof pressesOf> => {
  opened ??= pressesOf(window)
  return opened
}
