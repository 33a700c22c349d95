import { MINUTE } from '../../../shared/kernel/time.ts'

/** Has the browser keep a text as a file of that name. */
export const saveFile = (name: string, type: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Some browsers read it after this turn.
  setTimeout(() => URL.revokeObjectURL(address), MINUTE)
}
