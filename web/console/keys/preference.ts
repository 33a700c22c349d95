import { type Store, store } from '../../shared/store.ts'

/** Kept on this device under this name while they are off; nothing that says who somebody is. */
const NAME = 'shiming-console-keys'

const keptOff = (): boolean => {
  try {
    return localStorage.getItem(NAME) === 'off'
  } catch {
    return false
  }
}

/** Whether single keys do something. Who speaks to their computer, or hits keys by accident, switches them off (WCAG 2.1.4). */
export const keysOn: Store<boolean> = store(!keptOff())
keysOn.subscribe(() => {
  try {
    if (keysOn.get()) localStorage.removeItem(NAME)
    else localStorage.setItem(NAME, 'off')
  } catch {
    // A private window may refuse storage; then it holds as long as the page is open.
  }
})
